import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { useCommunities } from '../blow/use-places.js';
import { LoadState } from '../load-state.js';
import { useNameOf } from '../names/use-names.js';
import { ask } from '../sign-in/session.js';
import type { Visit } from './entries.js';
import '../board/board.css';
import '../rooms.css';

const route = getRouteApi('/visits/$id');
const PARTS = ['said', 'seen', 'achieved'] as const;

/** What one visit has to tell. */
export function VisitPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['visit', id],
    queryFn: () => ask<Visit>(`/api/visits/${encodeURIComponent(id)}`),
  });
  return <LoadState query={query}>{query.data && <View visit={query.data} />}</LoadState>;
}

function View({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { communityId, memberId, on } = visit;
  const day = useDay()(on);
  const community = useCommunities().find(({ value }) => value === communityId)?.label ?? communityId;
  return (
    <article className="board room">
      <Link to="/activities" search={{ view: 'visits' }}>
        {t('activities.title')}
      </Link>
      <h1>{t('visit.title')}</h1>
      <p>
        {memberId === undefined
          ? t('visit.place', { community, day })
          : t('visit.by', { community, day, member: nameOf('member', memberId) })}
      </p>
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{t(`field.${part}`)}</h2>
          <p className="said">{visit[part]}</p>
        </section>
      ))}
    </article>
  );
}
