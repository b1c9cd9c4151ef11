import type { Instant } from '@hsl/contracts/instants';
import type { WhistleState } from '@hsl/contracts/states';
import { dayOf, instantOn } from './calendar-day.js';

/** Ended by a conclusion, not by merging, refusing or withdrawing: only such a matter can be repeated. */
const CONCLUDED: readonly WhistleState[] = ['CONCLUDED', 'LOOKING_BACK', 'ARCHIVED'];

export interface EarlierMatter {
  state: WhistleState;
  concludedAt?: Instant;
}

export type RepeatRefusal = 'notRepeatable' | 'repeatTooLate';

/**
 * Why a whistle blown at that instant is no repeat of an earlier matter (domain 4.5 repeat within 90 days of conclusion);
 * undefined if it is one. Days are those of Shanghai: the day of the conclusion is not counted, the last one is to
 * midnight. What was concluded after the blow was open when it was blown, and would have been a duplicate.
 */
export function repeatRefusalOf(
  { state, concludedAt }: EarlierMatter,
  blownAt: Instant,
  repeatDays: number,
): RepeatRefusal | undefined {
  if (!CONCLUDED.includes(state) || concludedAt === undefined || concludedAt > blownAt) return 'notRepeatable';
  return concludedAt < earliestRepeated(blownAt, repeatDays) ? 'repeatTooLate' : undefined;
}

/** The first instant of the earliest day whose conclusions can still be repeated. */
export const earliestRepeated = (blownAt: Instant, repeatDays: number): Instant =>
  instantOn(dayOf(blownAt) - repeatDays, 0);
