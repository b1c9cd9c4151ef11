import type { Booking } from '@hsl/contracts/schemas/bookings';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { ActionSheet } from '../actions/action-sheet.js';
import { useMe } from '../sign-in/use-me.js';
import { cancelForm } from './booking-forms.js';
import { useBookings, useRoomName } from './use-rooms.js';
import { clockOf, type Week } from './week.js';

interface Props {
  week: Week;
  /** The booking whose cancellation is open. */
  cancelling: string | undefined;
  onCancel: (id: string | undefined) => void;
}

/** Bookings of the week that the reader may look after, each with the way to give it up. */
export function BookingList({ week, cancelling, onCancel }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const bookings = useBookings({ from: week.from, to: week.to }).data ?? [];
  const open = bookings.find(({ id }) => id === cancelling);
  return (
    <section>
      <h2>{t('calendar.bookings')}</h2>
      {bookings.length === 0 && <p>{t('calendar.bookings.none')}</p>}
      <ul className="owed" aria-label={t('calendar.bookings')}>
        {bookings.map((booking) => (
          <Row key={booking.id} booking={booking} onCancel={() => onCancel(booking.id)} />
        ))}
      </ul>
      {open && (
        <ActionSheet
          key={open.id}
          name="venue.cancelBooking"
          form={cancelForm(open.bookedBy === me?.userId)}
          subject={{ address: `/api/bookings/${open.id}`, title: open.purpose }}
          onClose={() => onCancel(undefined)}
        />
      )}
    </section>
  );
}

function Row({ booking, onCancel }: { booking: Booking; onCancel: () => void }) {
  const { t, i18n } = useTranslation();
  const nameOf = useRoomName();
  const { roomId, from, to, purpose, actions } = booking;
  const mayCancel = actions.some(({ name, allowed }) => name === 'venue.cancelBooking' && allowed);
  return (
    <li>
      <span>
        <strong>
          {instantText(Date.parse(from), Date.now(), i18n.language)}–{clockOf(Date.parse(to))}
        </strong>{' '}
        {nameOf(roomId)} · {purpose}
      </span>
      {mayCancel && (
        <Button aria-label={t('calendar.cancel', { purpose })} onClick={onCancel}>
          {t('do.venue.cancelBooking')}
        </Button>
      )}
    </li>
  );
}
