type Activity = (...args: never[]) => Promise<unknown>;

/**
 * The methods of the recorders, by name and bound to their instance, as Temporal wants its activities.
 * @throws Error when two recorders name a method alike: one of them would silently never run
 */
export function localActivities(recorders: readonly object[]): Record<string, Activity> {
  const activities: Record<string, Activity> = {};
  for (const recorder of recorders) {
    for (const name of methodsOf(recorder)) {
      if (activities[name]) throw new Error(`two recorders have the method ${name}`);
      const method = (recorder as Record<string, Activity>)[name]!;
      activities[name] = method.bind(recorder);
    }
  }
  return activities;
}

/** Activities are what is named like one, recording, reconciling or asking; what else a recorder has is its own business. */
const methodsOf = (recorder: object): string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(recorder)).filter((name) =>
    /^(?:record|reconcile|ask)[A-Z]/.test(name),
  );
