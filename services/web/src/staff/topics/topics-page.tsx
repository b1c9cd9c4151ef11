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
import { roundForms, roundSteps } from './round-steps.js';
import { useRound } from './use-topics.js';
import { NEW_TOPIC } from './topic-action-forms.js';

const route = getRouteApi('/topics');

const ROUND_READERS: readonly Role[] = [
  ...(['communityWorker', 'communityHead', 'member', 'liaisonOfficer', 'deputyLeader', 'groupLeader'] as const),
];
const MAY: Readonly<Record<string, readonly Role[]>> = {
  'topic.propose': ['member', 'communityWorker', 'communityHead'],
  'topic.nominate': ['deputyLeader', 'groupLeader'],
};

/** What do we take up, how far is it? */
export function TopicsPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
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
      <Begin />
    </CutPage>
  );
}

/** The call for topics, and what the reader may begin. */
function Begin() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const roles = (useMe()?.posts ?? []).map(({ role }) => role);
  const round = useRound(roles.some((role) => ROUND_READERS.includes(role))).data;
  const own = Object.keys(MAY).filter((name) => MAY[name]!.some((role) => roles.includes(role)));
  const actions = [...own.map((name) => ({ name, allowed: true })), ...roundSteps(round?.state, roles)];
  const goOn = (answer: unknown): void => {
    const { problem, id } = answer as { problem?: string; id: string };
    // A round stays where it is told of; a topic has a page of its own.
    if (problem === undefined) void navigate({ search: {}, replace: true });
    else void navigate({ to: '/topics/$id', params: { id }, search: {} });
  };
  return (
    <>
      {round && <RoundLine round={round} />}
      {actions.length > 0 && (
        <ActionArea
          actions={actions}
          owed={[]}
          table={{ ...NEW_TOPIC, forms: { ...NEW_TOPIC.forms, ...roundForms(round?.id ?? '') } }}
          subject={{ address: '/api/topics', title: t('topics.title'), states: 'topicState' }}
          onTaken={goOn}
        />
      )}
    </>
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
