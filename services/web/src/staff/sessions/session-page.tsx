import type { Session } from '@hsl/contracts/schemas/sessions';
import type { Sitting } from '@hsl/contracts/schemas/sittings';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import { LoadState } from '../load-state.js';
import { useMe } from '../sign-in/use-me.js';
import { WaitedFor } from '../waited-for.js';
import { proposalForm } from '../proposals/proposal-action-forms.js';
import { Conclusions } from './conclusions.js';
import { Motions } from './motions.js';
import { Opinions } from './opinions.js';
import { OutcomeLinks } from './outcome-links.js';
import { SESSION_ACTIONS, sessionActions } from './session-action-forms.js';
import { SittingPlan } from './sitting-plan.js';
import { Seats } from './seats.js';
import { useAbout } from './use-about.js';
import { usePresence } from './use-presence.js';
import { useSession, useSitting } from './use-session.js';
import '../whistle/whistle.css';
import './sessions.css';

const route = getRouteApi('/sessions/$id');

/** Are the right people here, and what is agreed? */
export function SessionPage() {
  const query = useSession(route.useParams().id);
  return <LoadState query={query}>{query.data && <View session={query.data} />}</LoadState>;
}

function View({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { id, state, round, dueAt, number, topicId, actions, minutes } = session;
  const sitting = useSitting(session).data;
  const title = useAbout()(session);
  const may = (name: string): boolean => actions.some((one) => one.name === name && one.allowed);
  const isVoted = sitting !== undefined && sitting.mode !== 'onSite';
  return (
    <article className="whistle">
      <header>
        <h1>{title}</h1>
        <span>{t(`sessionState.${state}`)}</span>
        <span>{t('sessions.round', { round })}</span>
        {number !== undefined && (
          <Link to="/whistles/$number" params={{ number }}>
            {t('session.whistle')}
          </Link>
        )}
        {topicId !== undefined && (
          <Link to="/topics/$id" params={{ id: topicId }}>
            {t('topic.open')}
          </Link>
        )}
      </header>
      {state === 'CONVENED' && (
        <div className="waiting">
          <WaitedFor who={t('session.convener')} what={t('step.deliberate')} dueAt={dueAt} />
        </div>
      )}
      <Steps session={session} sitting={sitting} title={title} />
      {sitting && <SittingPlan sitting={sitting} />}
      {!sitting && state === 'CONVENED' && <p>{t('session.unplanned')}</p>}
      {sitting && <Seats sitting={sitting} />}
      {sitting && <Opinions id={id} mayModerate={may('session.recordMinutes') && state === 'CONVENED'} />}
      {isVoted && <Motions id={id} isOpen={state === 'CONVENED'} mayVote={may('session.vote')} />}
      {minutes.length > 0 && <Conclusions minutes={minutes} />}
      {minutes.length > 0 && <OutcomeLinks id={id} since={minutes.at(-1)!.recordedAt} />}
    </article>
  );
}

interface StepsProps {
  session: Session;
  sitting: Sitting | undefined;
  title: string;
}

/** What the reader may do; of what was concluded a member may make a proposal. */
function Steps({ session, sitting, title }: StepsProps) {
  const { id, minutes } = session;
  const navigate = useNavigate();
  const presence = usePresence(sitting);
  const isMember = (useMe()?.posts ?? []).some(({ role }) => role === 'member');
  const raise = isMember && minutes.length > 0 ? [{ name: 'proposal.submit', allowed: true }] : [];
  const forms = { ...SESSION_ACTIONS.forms, 'proposal.submit': proposalForm({ sessionId: id }) };
  const goOn = (answer: unknown): void => {
    const { submittedBy, id: made } = answer as { submittedBy?: string; id: string };
    // A proposal that was made of it has a page of its own.
    if (submittedBy === undefined) void navigate({ to: '.', search: {}, replace: true });
    else void navigate({ to: '/proposals/$id', params: { id: made } });
  };
  return (
    <ActionArea
      actions={[...sessionActions({ session, sitting, presence }), ...raise]}
      owed={[]}
      table={{ ...SESSION_ACTIONS, forms }}
      subject={{ address: `/api/deliberations/${id}`, title, states: 'sessionState' }}
      onTaken={goOn}
    />
  );
}
