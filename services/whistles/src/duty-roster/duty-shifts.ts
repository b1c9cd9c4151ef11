import type { DutyShiftBody } from '@hsl/contracts/schemas/duty-roster';
import { DAY_MS, HOUR_MS, MINUTE_MS, instantOn, parseDay, sinceMidnight } from '@hsl/domain/calendar-day';
import type { DutyShift } from '@hsl/domain/duty-roster';
import type { DutyShift as DutyShiftRow } from '../generated/prisma/client.js';

const millisOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR_MS + minutes * MINUTE_MS;
};

const timeOf = (at: Date): string => {
  const minutes = sinceMidnight(at.getTime()) / MINUTE_MS;
  return [minutes / 60, minutes % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
};

/** The shift as instants; one that does not end later on its day ends on the next. */
export function shiftOf({ day, userId, from, to }: DutyShiftBody): DutyShift {
  const start = instantOn(parseDay(day), millisOf(from));
  const end = instantOn(parseDay(day), millisOf(to));
  return { userId, from: start, to: end > start ? end : end + DAY_MS };
}

export const shiftOfRow = ({ liaisonUserId, fromAt, toAt }: DutyShiftRow): DutyShift => ({
  ...{ userId: liaisonUserId, from: fromAt.getTime(), to: toAt.getTime() },
});

export const viewOfRow = ({ day, liaisonUserId, fromAt, toAt }: DutyShiftRow) => ({
  ...{ day: day.toISOString().slice(0, 10), userId: liaisonUserId, from: timeOf(fromAt), to: timeOf(toAt) },
  ...{ fromAt: fromAt.toISOString(), toAt: toAt.toISOString() },
});
