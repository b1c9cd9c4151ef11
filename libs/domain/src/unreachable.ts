import type { Instant } from '@hsl/contracts/instants';
import { DAY_MS, dayOf } from './calendar-day.js';
import type { MatterTerms } from './matter-terms.js';

/** How a resident was sought. */
export const REVISIT_CHANNELS = ['phone', 'sms', 'visit', 'wechat', 'letter'] as const;
export type RevisitChannel = (typeof REVISIT_CHANNELS)[number];

export interface RevisitAttempt {
  at: Instant;
  channel: RevisitChannel;
}

/**
 * Whether a resident counts as unreachable (domain 4.5): three attempts, on at least two days, by at least two
 * channels, each number from the rule set. Days are dates in Asia/Shanghai; under a time scale, days of that scale.
 */
export function isUnreachable(attempts: readonly RevisitAttempt[], { thresholds, timeScale }: MatterTerms): boolean {
  const dayLength = DAY_MS / timeScale;
  const dayNumber = (at: Instant): number => (timeScale === 1 ? dayOf(at) : Math.floor(at / dayLength));
  return (
    attempts.length >= thresholds.revisitAttempts &&
    new Set(attempts.map(({ at }) => dayNumber(at))).size >= thresholds.revisitDays &&
    new Set(attempts.map(({ channel }) => channel)).size >= thresholds.revisitChannels
  );
}
