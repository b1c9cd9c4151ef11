import type { Session } from '@hsl/contracts/schemas/sessions';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { useCutList } from '../cut-list/use-cut-list.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useAbout } from '../sessions/use-about.js';
import type { Week } from './week.js';
import '../work/work.css';

/** Talks that are held in the week, in the order of their time. */
export function SessionsOfWeek({ week }: { week: Week }) {
  const { t, i18n } = useTranslation();
  const aboutOf = useAbout();
  const { query, items } = useCutList<Session>('/api/deliberations', { from: week.from, to: week.to });
  const held = items
    .flatMap((session) => session.sittings.map((sitting) => ({ session, ...sitting })))
    .filter(({ startsAt, endsAt }) => endsAt > week.from && startsAt < week.to)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return (
    <section>
      <h2>{t('calendar.sessions')}</h2>
      <LoadState query={query}>
        {held.length === 0 && <p>{t('calendar.sessions.none')}</p>}
        <ul className="owed" aria-label={t('calendar.sessions')}>
          {held.map(({ session, round, format, startsAt }) => (
            <li key={`${session.id} ${round}`}>
              <Link to="/sessions/$id" params={{ id: session.id }}>
                <strong>{instantText(Date.parse(startsAt), Date.now(), i18n.language)}</strong> {aboutOf(session)}
                <span>{t(`sessionFormat.${format}`)}</span>
              </Link>
              <span>{t(`sessionState.${session.state}`)}</span>
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
