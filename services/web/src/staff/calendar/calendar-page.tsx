import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import { ConsultLinks } from '../cut-list/consult-links.js';
import { BookingList } from './booking-list.js';
import { BOOKING } from './booking-forms.js';
import { RosterOfWeek } from './roster-of-week.js';
import { RoomWeeks } from './room-weeks.js';
import { SessionsOfWeek } from './sessions-of-week.js';
import { dayOf, weekOf } from './week.js';
import { WeekBar } from './week-bar.js';
import '../cut-list/cut-list.css';
import '../whistle/whistle.css';
import '../whistles/whistles.css';
import './calendar.css';

const route = getRouteApi('/calendar');

/** What is where, is the room free? */
export function CalendarPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { week: day, venue, booking } = route.useSearch();
  const week = weekOf(day ?? dayOf(Date.now()));
  return (
    <article className="whistle">
      <ConsultLinks />
      <h1>{t('calendar.title')}</h1>
      <WeekBar
        week={week}
        venue={venue}
        onChange={(changed) => void navigate({ search: { week: day, venue, ...changed } })}
      />
      <ActionArea
        actions={[{ name: 'venue.book', allowed: true }]}
        owed={[]}
        table={BOOKING}
        subject={{ address: '/api/bookings', title: t('calendar.title') }}
      />
      <SessionsOfWeek week={week} />
      <RoomWeeks week={week} venue={venue} />
      <RosterOfWeek week={week} />
      <BookingList
        week={week}
        cancelling={booking}
        onCancel={(id) => void navigate({ search: { week: day, venue, booking: id } })}
      />
    </article>
  );
}
