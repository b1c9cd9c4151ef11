import type { WhistleState } from '@hsl/contracts/states';
import type { Step } from '@hsl/contracts/steps';
import type { Whistle } from './whistle-queries.js';

/** When a station that is ahead begins: at the latest, if a clock runs for the step before it; or from that day on. */
export interface Planned {
  at: string;
  kind: 'latest' | 'from';
  /** The year’s official calendar is not published yet. */
  isProvisional: boolean;
}

/** The step whose end brings a matter to the station. */
const BEGINS_AFTER: Partial<Record<WhistleState, Step>> = {
  ...({ ACCEPTED: 'accept', CHECKED_IN: 'checkIn', DELIBERATING: 'deliberate', COORDINATING: 'dispatch' } as const),
  ...({ VERIFYING: 'feedback', REVISITING: 'verify', CONCLUDED: 'revisit' } as const),
};

/**
 * What the service says of a station that is still ahead. A step whose clock has not begun, or stands still, has no
 * date, and none is made up for it.
 */
export function plannedFor(
  station: WhistleState,
  { deadlines, lookBacks }: Pick<Whistle, 'deadlines' | 'lookBacks'>,
): Planned | undefined {
  if (station === 'LOOKING_BACK') {
    // Somebody looks back once its day has come.
    const [first] = lookBacks.flatMap(({ state, dueAt }) => (state === 'SCHEDULED' ? [dueAt] : [])).toSorted();
    return first === undefined ? undefined : { at: first, kind: 'from', isProvisional: false };
  }
  const running = deadlines.filter(({ step, doneAt }) => step === BEGINS_AFTER[station] && doneAt === undefined);
  const last = running.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)).at(-1);
  if (last === undefined || running.some(({ paused }) => paused)) return undefined;
  return { at: last.dueAt, kind: 'latest', isProvisional: last.provisional };
}
