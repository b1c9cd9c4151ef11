import { z } from 'zod';
import { BOOKING_STATES } from '../venues.js';
import { ActionAnswer } from './matter-views.js';

/** Requests and answers on bookings of rooms (S20). Instants are UTC in answers, any offset in requests. */

const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();
const instant = z.iso.datetime({ offset: true });
const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

export const MakeBooking = z
  .strictObject({
    roomId: z.uuid(),
    from: instant,
    to: instant.meta({ description: 'The first instant after it: the next booking may begin then' }),
    purpose: words(200).meta({ description: 'What for; no names of residents' }),
    sessionId: z.uuid().optional().meta({ description: 'The session it is for' }),
  })
  .meta({
    id: 'MakeBooking',
    examples: [
      {
        roomId: '5b3f0c52-6a0e-4d5b-9a55-0c0e3a1f7d11',
        ...{ from: '2026-11-27T14:00:00+08:00', to: '2026-11-27T16:00:00+08:00', purpose: '停车问题协商会' },
      },
    ],
  });
export type MakeBooking = z.output<typeof MakeBooking>;

export const CancelBooking = z
  .strictObject({ reason: words(500).optional().meta({ description: "Needed for another person's booking" }) })
  .meta({ id: 'CancelBooking', examples: [{ reason: '会议改期' }] });
export type CancelBooking = z.output<typeof CancelBooking>;

export const Booking = z
  .object({
    id: z.uuid(),
    roomId: z.uuid(),
    venueId: z.uuid(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    purpose: z.string(),
    state: z.enum(BOOKING_STATES),
    sessionId: z.uuid().optional(),
    bookedBy: z.string(),
    bookedAt: z.iso.datetime(),
    cancelledBy: z.string().optional(),
    cancelledAt: z.iso.datetime().optional(),
    cancelReason: z.string().optional(),
    version: z.int().meta({ description: 'For If-Match' }),
    actions: z.array(ActionAnswer),
    serverNow,
  })
  .meta({ id: 'Booking', description: 'A room for a time' });
export type Booking = z.output<typeof Booking>;

export const BookingPage = z
  .object({ items: z.array(Booking), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'BookingPage', description: 'The latest first' });
export type BookingPage = z.output<typeof BookingPage>;

/** Filters of GET /api/bookings, beside `limit` and `cursor`. */
export const bookingFilters = {
  roomId: z.uuid().optional(),
  venueId: z.uuid().optional(),
  sessionId: z.uuid().optional(),
  state: z.enum(BOOKING_STATES).optional(),
  mine: z.enum(['true', 'false']).optional().meta({ description: '`true`: booked by the caller' }),
  from: instant.optional().meta({ description: 'Those that end after it' }),
  to: instant.optional().meta({ description: 'Those that begin before it' }),
};

export const CalendarQuery = z
  .strictObject({ from: instant, to: instant })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    params: { code: 'order', zh: '结束须晚于开始。', en: 'It ends after it begins.' },
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MOST_DAYS * DAY_MS, {
    path: ['to'],
    params: { code: 'tooLong', zh: '最多查三十一天。', en: 'At most 31 days.' },
  });
export type CalendarQuery = z.output<typeof CalendarQuery>;

const span = { from: z.iso.datetime(), to: z.iso.datetime() };
export const RoomCalendar = z
  .object({
    roomId: z.uuid(),
    ...span,
    free: z.array(z.object(span)).meta({ description: 'Within the opening hours, from now on' }),
    taken: z.array(
      z.object({
        ...span,
        bookingId: z.uuid().optional().meta({ description: 'Only of bookings the caller may read' }),
        purpose: z.string().optional(),
        sessionId: z.uuid().optional(),
      }),
    ),
    serverNow,
  })
  .meta({ id: 'RoomCalendar', description: 'When a room is free and when it is taken' });
export type RoomCalendar = z.output<typeof RoomCalendar>;
