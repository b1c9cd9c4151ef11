import type { PublicTopics } from '@hsl/contracts/schemas/public-reading';
import { useTranslation } from 'react-i18next';
import { CommunityField } from '../community/community-field.js';
import { useCommunity } from '../community/use-community.js';
import { Awaited } from '../parts.js';
import { useAnswer } from '../use-answer.js';

/** What do neighbours want, what came of it? */
export function TopicsPage() {
  const { t } = useTranslation();
  const asked = new URLSearchParams(location.search).get('community') ?? undefined;
  const { list, items, id, choose } = useCommunity(asked);
  return (
    <>
      <h1>{t('topics.title')}</h1>
      <Awaited asked={list}>
        {() => (
          <>
            <CommunityField items={items} value={id} onChange={choose} />
            {id !== '' && <TopicList key={id} communityId={id} />}
          </>
        )}
      </Awaited>
    </>
  );
}

function TopicList({ communityId }: { communityId: string }) {
  const { t } = useTranslation();
  const asked = useAnswer<PublicTopics>(`/api/topics/public?communityId=${encodeURIComponent(communityId)}`);
  return (
    <Awaited asked={asked}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="panel">{t('topics.none')}</p>}
          <ul className="cards">
            {items.map(({ id, title, endorsements, phase, outcome }) => (
              <li key={id} className="panel">
                <a href={`/p/topics/${id}`}>{title}</a>
                <br />
                {t('topics.people', { people: endorsements })} ·{' '}
                {outcome === undefined ? t(`topic.phase.${phase}`) : t(`topic.outcome.${outcome}`)}
              </li>
            ))}
          </ul>
          <a className="button" href={`/p/communities/${encodeURIComponent(communityId)}`}>
            {t('community.title')}
          </a>
        </>
      )}
    </Awaited>
  );
}
