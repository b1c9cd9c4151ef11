/** Of an event of a Temporal history, what tells its kind and where it leads. */
export interface HistoryEvent {
  /** Name of the one field that is set, e.g. timerStartedEventAttributes. */
  attributes?: string | null;
  startChildWorkflowExecutionInitiatedEventAttributes?: { workflowId?: string | null } | null;
}

/** What one workflow left in its history. */
export interface WorkflowHistory {
  workflowId: string;
  events: number;
  bytes: number;
  byKind: Record<string, number>;
}

/** @returns e.g. { timerStarted: 3, markerRecorded: 6 } */
export function countKinds(events: readonly HistoryEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { attributes } of events) {
    const kind = (attributes ?? 'unknown').replace(/EventAttributes$/, '');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Ids of the workflows that a history started as children. */
export function childrenIn(events: readonly HistoryEvent[]): string[] {
  return events.flatMap(
    ({ startChildWorkflowExecutionInitiatedEventAttributes: started }) => started?.workflowId ?? [],
  );
}

/** All histories of one matter taken together. */
export function totalOf(histories: readonly WorkflowHistory[]): { events: number; bytes: number } {
  const sum = (key: 'events' | 'bytes'): number => histories.reduce((total, history) => total + history[key], 0);
  return { events: sum('events'), bytes: sum('bytes') };
}
