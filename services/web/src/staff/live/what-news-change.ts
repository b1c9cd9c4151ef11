/** What is looked at of a query: TanStack's `Query`, narrowed so that a test can make one. */
export interface Asked {
  queryKey: readonly unknown[];
  state: { data: unknown };
}

/**
 * Nothing that people are told of changes them: names of departments, communities and people, what can be chosen, pictures
 * (named by what is in them) and what is compared of two versions (named by both). Not what administrators keep: changes
 * of the rules and requests to be forgotten wait there for somebody.
 */
const SETTLED: ReadonlySet<unknown> = new Set([
  ...['names', 'choices', 'templates', 'webhook-event-types', 'report-kinds'],
  ...['categories', 'communities', 'estates', 'rooms', 'bytes', 'comparison'],
]);

/** Reckoned over a whole month, or over every open matter, by services that learn of a step a moment later. */
const SLOW: ReadonlySet<unknown> = new Set(['figures', 'figure', 'figure-cases', 'lights', 'similar']);

/** Of one matter: the second part of the key is its id. */
const OF_ONE_MATTER: ReadonlySet<unknown> = new Set(['timeline', 'tasks-of', 'process', 'revisit-record']);

export const isSettled = ({ queryKey }: Asked): boolean => SETTLED.has(queryKey[0]);

export const isSlow = ({ queryKey }: Asked): boolean => SLOW.has(queryKey[0]);

/** The matter that a query shows; undefined if it shows several, or has no answer yet. */
export function matterOf({ queryKey: [kind, id], state }: Asked): string | undefined {
  if (OF_ONE_MATTER.has(kind)) return typeof id === 'string' ? id : undefined;
  // By its number in the address; the answer knows the id.
  return kind === 'whistle' ? (state.data as { id: string } | undefined)?.id : undefined;
}
