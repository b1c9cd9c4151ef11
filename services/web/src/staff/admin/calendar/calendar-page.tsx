import type { CalendarYearAnswer } from '@hsl/contracts/schemas/calendar';
import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../../time/day-text.js';
import { LoadState } from '../../load-state.js';
import { useAccountName } from '../../names/use-names.js';
import { useHasRole } from '../../sign-in/use-me.js';
import { AdminFrame } from '../admin-frame.js';
import { useAt } from '../use-at.js';
import { CalendarForm } from './calendar-form.js';
import { runsOf } from './typed-days.js';
import { useCalendar } from './use-calendar.js';

const route = getRouteApi('/admin/calendar');

/** Which years are certain, and what still hangs on one that is not. */
export function CalendarPage() {
  const { year = new Date().getFullYear() } = route.useSearch();
  const query = useCalendar(year);
  return (
    <AdminFrame words="admin.calendar">
      <YearBar year={year} />
      <LoadState query={query}>{query.data && <Year key={year} calendar={query.data} />}</LoadState>
    </AdminFrame>
  );
}

/** Years far from the known ones have no calendar and are not offered. */
function YearBar({ year }: { year: number }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const now = new Date().getFullYear();
  return (
    <div className="admin-row" role="group" aria-label={t('calendar.year')}>
      {[now - 1, now, now + 1, now + 2].map((one) => (
        <Button key={one} aria-pressed={one === year} onClick={() => void navigate({ search: { year: one } })}>
          {one}
        </Button>
      ))}
    </div>
  );
}

function Year({ calendar }: { calendar: CalendarYearAnswer }) {
  const { t } = useTranslation();
  const isAdmin = useHasRole('admin');
  const { year, isKnown, holidays, makeUpWorkdays, warnings } = calendar;
  return (
    <>
      {warnings.map(({ message }) => (
        <Alert key={message} type="info" showIcon title={message} />
      ))}
      <section>
        <h2>{t(isKnown ? 'calendar.known' : 'calendar.unknown', { year })}</h2>
        <Standing calendar={calendar} />
      </section>
      {isKnown && (
        <section>
          <h2>{t('calendar.holidays', { n: holidays.length })}</h2>
          <Days days={holidays} />
          <h2>{t('calendar.makeUp', { n: makeUpWorkdays.length })}</h2>
          {makeUpWorkdays.length === 0 ? <p>{t('calendar.none')}</p> : <Days days={makeUpWorkdays} />}
        </section>
      )}
      {isAdmin && <CalendarForm calendar={calendar} />}
    </>
  );
}

function Days({ days }: { days: readonly string[] }) {
  const { t } = useTranslation();
  const dayText = useDay();
  return (
    <ul>
      {runsOf(days).map(([first, last]) => (
        <li key={first}>
          {[first, ...(last === first ? [] : [last])].map((day) => dayText(day)).join(` ${t('calendar.until')} `)}
        </li>
      ))}
    </ul>
  );
}

function Standing({ calendar }: { calendar: CalendarYearAnswer }) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { version, firstYear, lastYear, loadedAt, loadedBy, isRollingOut, provisionalDeadlines } = calendar;
  return (
    <dl className="admin-facts">
      <dt>{t('calendar.years')}</dt>
      <dd>{t('calendar.fromTo', { firstYear, lastYear })}</dd>
      <dt>{t('calendar.version')}</dt>
      <dd>
        {t('calendar.loaded', {
          version,
          at: at(loadedAt),
          who: loadedBy === undefined ? t('calendar.shipped') : accountName(loadedBy),
        })}
      </dd>
      <dt>{t('calendar.provisional')}</dt>
      <dd>{t('calendar.deadlines', { n: provisionalDeadlines })}</dd>
      <dt>{t('calendar.rollout')}</dt>
      <dd aria-live="polite">{t(isRollingOut ? 'calendar.rolling' : 'calendar.rolled')}</dd>
    </dl>
  );
}
