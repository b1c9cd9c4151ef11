import type { Booking, BookingPage, RoomCalendar } from '@hsl/contracts/schemas/bookings';
import type { Room, Venue, VenueDetails, VenuePage } from '@hsl/contracts/schemas/venues';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { ask } from '../sign-in/session.js';
import type { Week } from './week.js';

const HOUR_MS = 3_600_000;
const ASK_AGAIN_MS = 15_000;
/** A subdistrict has a few dozen places to meet. */
const MOST_VENUES = 30;
const MOST_BOOKINGS = 100;

/** A place with its rooms. */
type Place = Pick<Venue, 'id' | 'name'> & { rooms: readonly Room[] };

/** Places with rooms that are in use. */
export const usePlaces = (): readonly Place[] | undefined =>
  useQuery({
    queryKey: ['rooms'],
    staleTime: HOUR_MS,
    queryFn: async () => {
      const { items } = await ask<VenuePage>(`/api/venues?active=true&limit=${MOST_VENUES}`);
      const venues = await Promise.all(items.map(({ id }) => ask<VenueDetails>(`/api/venues/${id}`)));
      return venues
        .map(({ id, name, rooms }) => ({ id, name, rooms: rooms.filter(({ active }) => active) }))
        .filter(({ rooms }) => rooms.length > 0);
    },
  }).data;

interface Choice {
  value: string;
  label: string;
}

export const useRoomChoices = (): Choice[] =>
  (usePlaces() ?? []).flatMap(({ name, rooms }) =>
    rooms.map((room) => ({ value: room.id, label: `${name} · ${room.name}` })),
  );

/** What a room is called; its id until the places have come. */
export function useRoomName(): (id: string) => string {
  const choices = useRoomChoices();
  return (id) => choices.find(({ value }) => value === id)?.label ?? id;
}

export const useRoomWeek = (roomId: string, { from, to }: Week) =>
  useQuery({
    queryKey: ['room-week', roomId, from],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => {
      const span = new URLSearchParams({ from, to });
      return ask<RoomCalendar>(`/api/rooms/${roomId}/calendar?${span.toString()}`);
    },
  });

/** Bookings the reader may look after, the latest first. */
export const useBookings = (filters: Readonly<Record<string, string>>) =>
  useQuery({
    queryKey: ['bookings', filters],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: async (): Promise<readonly Booking[]> => {
      const asked = new URLSearchParams({ ...filters, state: 'BOOKED', limit: String(MOST_BOOKINGS) });
      return (await ask<BookingPage>(`/api/bookings?${asked.toString()}`)).items;
    },
  });

/** The reader's own, for the arrangement of a session. */
export function useBookingChoices(): Choice[] {
  const { i18n } = useTranslation();
  const nameOf = useRoomName();
  const now = Date.now();
  return (useBookings({ mine: 'true' }).data ?? [])
    .filter(({ to }) => Date.parse(to) > now)
    .map(({ id, roomId, from }) => ({
      value: id,
      label: `${nameOf(roomId)} · ${instantText(Date.parse(from), now, i18n.language)}`,
    }));
}
