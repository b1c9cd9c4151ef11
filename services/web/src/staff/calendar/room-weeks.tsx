import type { RoomCalendar } from '@hsl/contracts/schemas/bookings';
import type { Room } from '@hsl/contracts/schemas/venues';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { TableBox } from '../table-box.js';
import { usePlaces, useRoomWeek } from './use-rooms.js';
import { cellsOf, clockOf, dayOf, type Cell, type Week } from './week.js';

/** Rooms of a place, or of the first one, day by day: what is taken and where there is still room. */
export function RoomWeeks({ week, venue }: { week: Week; venue: string | undefined }) {
  const { t } = useTranslation();
  const dayText = useDay();
  const places = usePlaces() ?? [];
  const place = places.find(({ id }) => id === venue) ?? places[0];
  if (!place) return null;
  const days = week.days.map(
    (day, index) => `${t(`calendar.day.${index + 1}`)} ${dayText(day, { isYearShown: false })}`,
  );
  return (
    <section>
      <h2>
        {t('calendar.rooms')} · {place.name}
      </h2>
      <TableBox label={t('calendar.rooms')} columns={[t('calendar.room'), ...days]}>
        {place.rooms.map((room) => (
          <RoomRow key={room.id} room={room} week={week} />
        ))}
      </TableBox>
    </section>
  );
}

function RoomRow({ room, week }: { room: Room; week: Week }) {
  const calendar = useRoomWeek(room.id, week).data;
  const cells: readonly Cell[] = calendar ? cellsOf(calendar, week) : [];
  return (
    <tr>
      <th scope="row">{room.name}</th>
      {week.days.map((day, index) => (
        <td key={day}>{cells[index] && <DayCell cell={cells[index]} />}</td>
      ))}
    </tr>
  );
}

function DayCell({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  const isPast = cell.day < dayOf(Date.now());
  const words = ({ purpose }: RoomCalendar['taken'][number]): string => purpose ?? t('calendar.taken');
  return (
    <>
      {cell.taken.map((one) => (
        <div key={one.from} className="taken">
          <strong>
            {clockOf(Date.parse(one.from))}–{clockOf(Date.parse(one.to))}
          </strong>{' '}
          {words(one)}
        </div>
      ))}
      {cell.taken.length === 0 && (
        <small>{t(isPast ? 'calendar.past' : cell.isFree ? 'calendar.free' : 'calendar.notFree')}</small>
      )}
    </>
  );
}
