import { z } from 'zod';
import { ROOM_KINDS, VENUE_KINDS } from '../venues.js';
import { ActionAnswer } from './matter-views.js';

/** Requests and answers on venues and their rooms (S17 to S19, S112, S113). */

const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();
const version = z.int().meta({ description: 'For If-Match' });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

export const openingHours = z
  .array(
    z
      .strictObject({ weekday: z.int().min(1).max(7), opens: clockTime, closes: clockTime })
      .refine(({ opens, closes }) => opens < closes, {
        path: ['closes'],
        params: { code: 'order', zh: '关门时间须晚于开门时间。', en: 'It closes after it opens.' },
      }),
  )
  .max(21)
  .meta({
    description: 'Asia/Shanghai; weekday 1 is Monday; `24:00` is midnight; a weekday without a line is closed',
    examples: [[{ weekday: 1, opens: '08:30', closes: '21:00' }]],
  });

const venueFields = {
  kind: z.enum(VENUE_KINDS),
  name: words(60),
  address: words(200),
  communityId: words(40).optional().meta({ description: 'Absent for a venue of the whole subdistrict' }),
  openingHours,
};
export const CreateVenue = z.strictObject(venueFields).meta({
  id: 'CreateVenue',
  examples: [
    {
      ...{ kind: 'pavilion', name: '聂寨协商议事亭', address: '聂寨社区中心花园', communityId: 'ZX01' },
      openingHours: [{ weekday: 6, opens: '07:00', closes: '22:00' }],
    },
  ],
});
export type CreateVenue = z.output<typeof CreateVenue>;

const { communityId: _fixed, ...changeable } = venueFields;
export const ChangeVenue = z
  .strictObject({ ...changeable, active: z.boolean().meta({ description: 'False: nothing there can be booked' }) })
  .partial()
  .meta({
    id: 'ChangeVenue',
    description: 'What is left out stays. Bookings made before stay too: cancel those that no longer fit',
    examples: [{ openingHours: [{ weekday: 6, opens: '07:00', closes: '24:00' }] }],
  });
export type ChangeVenue = z.output<typeof ChangeVenue>;

const roomFields = { kind: z.enum(ROOM_KINDS), name: words(60), capacity: z.int().min(1).max(5000) };
export const CreateRoom = z
  .strictObject(roomFields)
  .meta({ id: 'CreateRoom', examples: [{ kind: 'functionRoom', name: '书画室', capacity: 12 }] });
export type CreateRoom = z.output<typeof CreateRoom>;

export const ChangeRoom = z
  .strictObject({ ...roomFields, active: z.boolean() })
  .partial()
  .meta({ id: 'ChangeRoom', description: 'What is left out stays', examples: [{ active: false }] });
export type ChangeRoom = z.output<typeof ChangeRoom>;

export const Room = z
  .object({ id: z.uuid(), venueId: z.uuid(), ...roomFields, active: z.boolean(), version, serverNow })
  .extend({ actions: z.array(ActionAnswer) })
  .meta({ id: 'Room', description: 'A room of a venue' });
export type Room = z.output<typeof Room>;

export const Venue = z
  .object({ id: z.uuid(), ...venueFields, active: z.boolean(), version, serverNow })
  .extend({ actions: z.array(ActionAnswer) })
  .meta({ id: 'Venue', description: 'A place where people meet' });
export type Venue = z.output<typeof Venue>;

export const VenueDetails = Venue.extend({ rooms: z.array(Room) }).meta({ id: 'VenueDetails' });
export type VenueDetails = z.output<typeof VenueDetails>;

export const VenuePage = z
  .object({ items: z.array(Venue), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'VenuePage' });
export type VenuePage = z.output<typeof VenuePage>;

/** Filters of GET /api/venues, beside `limit` and `cursor`. */
export const venueFilters = {
  kind: z.enum(VENUE_KINDS).optional(),
  communityId: words(40).optional(),
  active: z.enum(['true', 'false']).optional(),
};
