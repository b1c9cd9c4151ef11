import type { Instant } from '@hsl/contracts/instants';
import { dayOf, parseDay } from '@hsl/domain/calendar-day';

/** A community in which nothing was held for so long is told of (S13). */
export const SILENT_AFTER_DAYS = 30;

export interface Heard {
  /** `YYYY-MM-DD` in Asia/Shanghai; null if nothing was ever held. */
  lastHeldOn: string | null;
  /** When it was first looked at, from which the silence of one without any activity counts; null before that. */
  watchedSince: Date | null;
}

/** How many days it has been quiet, if that is too long. */
export function silentDays({ lastHeldOn, watchedSince }: Heard, now: Instant): number | undefined {
  const today = dayOf(now);
  const watched = watchedSince === null ? today : dayOf(watchedSince.getTime());
  const days = today - (lastHeldOn === null ? watched : parseDay(lastHeldOn));
  return days >= SILENT_AFTER_DAYS ? days : undefined;
}
