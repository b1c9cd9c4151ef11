import type { Submission } from '@hsl/contracts/schemas/submissions';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { ActionArea } from '../actions/action-area.js';
import { LoadState } from '../load-state.js';
import { useMe } from '../sign-in/use-me.js';
import { WaitedFor } from '../waited-for.js';
import { SenderLook } from './sender-look.js';
import { mayLook, SUBMISSION_ACTIONS, submissionActions } from './submission-action-forms.js';
import { SubmissionPhotos } from './submission-photos.js';
import { useSubmission } from './use-submissions.js';
import '../whistle/whistle.css';

const route = getRouteApi('/submissions/$id');

/** What one resident told, and what can become of it; how to reach the sender is not in it. */
export function SubmissionPage() {
  const query = useSubmission(route.useParams().id);
  return <LoadState query={query}>{query.data && <View submission={query.data} />}</LoadState>;
}

function View({ submission }: { submission: Submission }) {
  const { t, i18n } = useTranslation();
  const roles = (useMe()?.posts ?? []).map(({ role }) => role);
  const { id, text, place, state, handedToCommunity, dueAt, receivedAt, additions, answer, whistleId } = submission;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const isCommunity = roles.includes('communityWorker') || roles.includes('communityHead');
  return (
    <article className="whistle">
      <header>
        <h1>{t('submissions.title')}</h1>
        <span>{t(`submissionState.${state}`)}</span>
        <span>{at(receivedAt)}</span>
        {place !== undefined && <span>{place}</span>}
      </header>
      {state === 'RECEIVED' && (
        <div className="waiting">
          <WaitedFor
            who={t(handedToCommunity ? 'role.communityWorker' : 'role.liaisonOfficer')}
            what={t(handedToCommunity ? 'submission.mustAnswer' : 'submission.mustHandle')}
            dueAt={dueAt}
          />
        </div>
      )}
      <section>
        <h2>{t('submission.text')}</h2>
        <p className="facts">{text}</p>
        {isCommunity && state === 'RECEIVED' && (
          <Link to="/whistles/new" search={{ submission: id }}>
            {t('submissions.blow')}
          </Link>
        )}
        {whistleId !== undefined && (
          <Link to="/whistles/$number" params={{ number: whistleId }}>
            {t('submission.whistle')}
          </Link>
        )}
      </section>
      {mayLook(submission, roles) && <SenderLook submission={submission} />}
      <SubmissionPhotos submission={submission} roles={roles} />
      {additions.length > 0 && (
        <section>
          <h2>{t('submission.additions')}</h2>
          {additions.map((one) => (
            <p key={one.at} className="facts">
              {one.text}
            </p>
          ))}
        </section>
      )}
      {answer !== undefined && (
        <section>
          <h2>{t('submission.answer')}</h2>
          <p className="facts">{answer}</p>
        </section>
      )}
      <ActionArea
        actions={submissionActions(submission, roles)}
        owed={[]}
        table={SUBMISSION_ACTIONS}
        subject={{ address: `/api/submissions/${id}`, title: t('submissions.title') }}
      />
    </article>
  );
}
