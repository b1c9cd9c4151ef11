import type { ComingSittings, PublicMembers, PublicVenues } from '@hsl/contracts/schemas/public-reading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { Awaited, Problem } from '../parts.js';
import { useAnswer } from '../use-answer.js';
import { Survey } from './survey.js';
import { useCommunity } from './use-community.js';
import { weeklyHours, type OpenDays } from './weekly-hours.js';

/** Who speaks for me, where and when can I meet them? */
export function CommunityPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const { list, chosen } = useCommunity(id);
  if (list.answer && !chosen) return <Problem text={t('community.unknown')} />;
  return (
    <Awaited asked={list}>
      {() => (
        <>
          <h1>{chosen?.name}</h1>
          <Members id={id} />
          <Venues id={id} />
          <Sittings id={id} />
          {chosen && <Survey subdistrictId={chosen.subdistrictId} communityId={id} />}
          <p>
            <a className="button" href={`/p/topics?community=${encodeURIComponent(id)}`}>
              {t('community.topics')}
            </a>
          </p>
        </>
      )}
    </Awaited>
  );
}

function Members({ id }: { id: string }) {
  const { t } = useTranslation();
  const asked = useAnswer<PublicMembers>(`/api/members/public?communityId=${encodeURIComponent(id)}`);
  return (
    <Part title={t('community.members')}>
      <Awaited asked={asked}>
        {({ items }) => (
          <List empty={t('community.members.none')}>
            {items.map((one) => (
              <li key={one.id}>
                <strong>{one.name}</strong> · {one.sector}
                {one.isFictional && <small> · {t('community.member.fictional')}</small>}
              </li>
            ))}
          </List>
        )}
      </Awaited>
    </Part>
  );
}

function Venues({ id }: { id: string }) {
  const { t } = useTranslation();
  const asked = useAnswer<PublicVenues>(`/api/venues/public?communityId=${encodeURIComponent(id)}`);
  const daysText = ({ from, to, hours }: OpenDays): string =>
    from === to
      ? t('community.day', { day: t(`weekday.${from}`), hours })
      : t('community.days', { from: t(`weekday.${from}`), to: t(`weekday.${to}`), hours });
  return (
    <Part title={t('community.venues')}>
      <Awaited asked={asked}>
        {({ items }) => (
          <List empty={t('community.venues.none')}>
            {items.map(({ id: venue, name, address, openingHours }) => (
              <li key={venue}>
                <strong>{name}</strong>
                <br />
                {address}
                {weeklyHours(openingHours).map((days) => (
                  <div key={days.from}>{daysText(days)}</div>
                ))}
              </li>
            ))}
          </List>
        )}
      </Awaited>
    </Part>
  );
}

function Sittings({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const asked = useAnswer<ComingSittings>(`/api/deliberations/coming?communityId=${encodeURIComponent(id)}`);
  return (
    <Part title={t('community.sessions')}>
      <Awaited asked={asked}>
        {({ items }) => (
          <List empty={t('community.sessions.none')}>
            {items.map(({ sessionId, startsAt, format, agenda }) => (
              <li key={sessionId}>
                <a href={`/p/sessions/${sessionId}`}>
                  {instantText(Date.parse(startsAt), Date.now(), i18n.language)} · {t(`session.format.${format}`)}
                </a>
                <br />
                {agenda.join(' · ')}
              </li>
            ))}
          </List>
        )}
      </Awaited>
    </Part>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="panel">
    <h2>{title}</h2>
    {children}
  </section>
);

const List = ({ empty, children }: { empty: string; children: ReactNode[] }) =>
  children.length === 0 ? <p>{empty}</p> : <ul className="lines">{children}</ul>;
