import type { TopicDetails } from '@hsl/contracts/schemas/topics';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import { LoadState } from '../load-state.js';
import { useMe } from '../sign-in/use-me.js';
import { TopicPlan } from './coordination-plan.js';
import { TopicChildren } from './topic-children.js';
import { TopicFacts } from './topic-facts.js';
import { TopicHistoryList } from './topic-history-list.js';
import { TopicPhases } from './topic-phases.js';
import { TopicSessions } from './topic-sessions.js';
import { topicSteps, topicTable } from './topic-action-forms.js';
import { useTopic } from './use-topics.js';
import '../whistle/whistle.css';
import '../sessions/sessions.css';

const route = getRouteApi('/topics/$id');
/** Units and experts know a topic by what is published of it. */
const OUTSIDE = ['handler', 'deputyHead', 'head', 'expert', 'admin', 'auditor'];

/** Who blows whistles, in their own communities. */
const BLOWERS = ['communityWorker', 'communityHead'];

/** What it is about, how far it is, what was blown and talked over for it. */
export function TopicPage() {
  const query = useTopic(route.useParams().id);
  return <LoadState query={query}>{query.data && <View topic={query.data} />}</LoadState>;
}

function View({ topic }: { topic: TopicDetails }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const posts = useMe()?.posts ?? [];
  const isInside = posts.some(({ role }) => !OUTSIDE.includes(role));
  const { id, title, state, problem, endorsements, version, actions, children } = topic;
  const mayBlow = posts.some(
    ({ role, communityIds = [] }) =>
      BLOWERS.includes(role) && communityIds.some((one) => topic.communityIds.includes(one)),
  );
  const address = `/api/topics/${id}`;
  const goOn = (answer: unknown): void => {
    const { topicId, id: made } = answer as { topicId?: string; id: string };
    // A session that was convened on it has a page of its own.
    if (topicId === undefined) void navigate({ to: '.', search: {}, replace: true });
    else void navigate({ to: '/sessions/$id', params: { id: made } });
  };
  return (
    <article className="whistle">
      <header>
        <h1>{title}</h1>
        <span>{t(`topicState.${state}`)}</span>
        <span>{t('topics.endorsements', { count: endorsements })}</span>
      </header>
      <TopicPhases topic={topic} />
      <ActionArea
        actions={topicSteps(actions)}
        owed={[]}
        table={topicTable(id)}
        subject={{ address, title, states: 'topicState' }}
        onTaken={goOn}
      />
      <section>
        <h2>{t('topic.problem')}</h2>
        <p className="facts">{problem}</p>
        {mayBlow && state !== 'CLOSED' && (
          <Link to="/whistles/new" search={{ topic: id }}>
            {t('submissions.blow')}
          </Link>
        )}
      </section>
      <TopicFacts topic={topic} />
      <TopicPlan topic={topic} />
      <TopicChildren items={children} />
      {isInside && <TopicSessions topicId={id} />}
      {isInside && <TopicHistoryList id={id} version={version} />}
    </article>
  );
}
