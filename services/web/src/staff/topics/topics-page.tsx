import type { Role } from '@hsl/contracts/roles';
import type { Topic } from '@hsl/contracts/schemas/topics';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import { filtersOf } from '../cut-list/cut.js';
import { CutPage } from '../cut-list/cut-page.js';
import { useMe } from '../sign-in/use-me.js';
import { TOPIC_CUTS } from './topic-cuts.js';
import { RoundLine } from './round-line.js';
import { NEW_TOPIC } from './topic-action-forms.js';

const route = getRouteApi('/topics');

const MAY: Readonly<Record<string, readonly Role[]>> = {
  'topic.propose': ['member', 'communityWorker', 'communityHead'],
  'topic.nominate': ['deputyLeader', 'groupLeader'],
};

/** What do we take up, how far is it? */
export function TopicsPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const posts = useMe()?.posts ?? [];
  const actions = Object.keys(MAY)
    .filter((name) => posts.some(({ role }) => MAY[name]!.includes(role)))
    .map((name) => ({ name, allowed: true }));
  return (
    <CutPage<Topic>
      title={t('topics.title')}
      empty={t('topics.empty')}
      path="/api/topics"
      cuts={TOPIC_CUTS}
      filters={filtersOf(route.useSearch())}
      onCut={(search) => void navigate({ search })}
      row={(topic) => <Row topic={topic} />}
    >
      <RoundLine />
      {actions.length > 0 && (
        <ActionArea
          actions={actions}
          owed={[]}
          table={NEW_TOPIC}
          subject={{ address: '/api/topics', title: t('topics.title'), states: 'topicState' }}
          onTaken={(answer) => void navigate({ to: '/topics/$id', params: { id: (answer as Topic).id }, search: {} })}
        />
      )}
    </CutPage>
  );
}

function Row({ topic }: { topic: Topic }) {
  const { t } = useTranslation();
  const { id, title, state, phase, source, endorsements, openChildren } = topic;
  return (
    <>
      <Link to="/topics/$id" params={{ id }}>
        <strong>{t(`topicState.${state}`)}</strong> {title}
        <span>{t(`topicPhase.${phase}`)}</span>
        <span>{t(`topicSource.${source}`)}</span>
      </Link>
      <span>
        {t('topics.endorsements', { count: endorsements })}
        {openChildren > 0 && ` · ${t('topics.openChildren', { count: openChildren })}`}
      </span>
    </>
  );
}
