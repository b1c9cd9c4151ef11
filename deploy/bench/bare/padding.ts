/** What a bare whistle does besides, so that its history gets as long as that of a real one. */
export interface Padding {
  /** Signals that make a workflow task and a marker each. */
  nudges: number;
  markers: number;
}

/** Of all histories of one matter. */
export interface HistoryLength {
  events: number;
  workflowTasks: number;
}

export const NO_PADDING: Padding = { nudges: 0, markers: 0 };
/** The signal, the task scheduled, started and completed, and the marker. */
const EVENTS_PER_NUDGE = 5;

/**
 * What the bare whistle lacks in events: workflow tasks first, since they are what costs, and markers for the rest.
 * Nothing where the bare whistle is the longer one.
 */
export function paddingFor(real: HistoryLength, bare: HistoryLength): Padding {
  const missing = Math.max(0, real.events - bare.events);
  const missingTasks = Math.max(0, real.workflowTasks - bare.workflowTasks);
  const nudges = Math.min(missingTasks, Math.floor(missing / EVENTS_PER_NUDGE));
  return { nudges, markers: missing - nudges * EVENTS_PER_NUDGE };
}
