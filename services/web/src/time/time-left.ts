import type { CommonKey } from './time-words.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From here on seconds count. */
const LAST_MS = 10 * MINUTE_MS;

export interface TimeLeft {
  key: CommonKey;
  slots: Record<string, number>;
  isLate: boolean;
}

/** What a countdown says: days and hours, under a day hours and minutes, seconds in the last ten minutes. */
export function timeLeft(dueAt: number, now: number): TimeLeft {
  const isLate = dueAt < now;
  const distance = Math.abs(dueAt - now);
  const slots = {
    days: Math.floor(distance / DAY_MS),
    hours: Math.floor((distance % DAY_MS) / HOUR_MS),
    minutes: Math.floor((distance % HOUR_MS) / MINUTE_MS),
    seconds: Math.floor((distance % MINUTE_MS) / SECOND_MS),
  };
  const unit = distance >= DAY_MS ? 'days' : distance >= HOUR_MS ? 'hours' : 'minutes';
  if (isLate) return { key: `time.over.${unit}`, slots, isLate };
  return { key: distance < LAST_MS ? 'time.left.seconds' : `time.left.${unit}`, slots, isLate };
}
