import type { SubmissionStatus } from '@hsl/contracts/schemas/submissions';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { ApiProblem } from '../../http/problem.js';
import { instantText } from '../../time/instant-text.js';
import { useAnswer } from '../use-answer.js';
import { SenderActions } from './sender-actions.js';

const OPEN = ['RECEIVED'];

/** Who has my matter, until when: what is late is said first, every end has its answer. */
export function TrackPage({ code }: { code: string }) {
  const { t, i18n } = useTranslation();
  const path = `/api/submissions/track/${encodeURIComponent(code)}`;
  const { answer: status, error, again } = useAnswer<SubmissionStatus>(path);
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  if (!status && error === undefined) return <p role="status">{t('state.loading')}</p>;
  if (!status) {
    const isUnknown = error instanceof ApiProblem && [400, 404, 422].includes(error.status);
    return (
      <>
        <p role="alert" className="panel problem">
          {isUnknown ? t('track.notFound') : failureText(error, t)}
        </p>
        <a className="button" href="/t">
          {t('track.ask')}
        </a>
      </>
    );
  }
  return (
    <>
      <h1>{t('track.title')}</h1>
      <p className="code">{code}</p>
      {status.overdue && <p className="panel problem">{t('track.late')}</p>}
      <section className="panel" aria-live="polite">
        <strong>{status.words}</strong>
        <p>{t('track.received', { at: at(status.receivedAt) })}</p>
        {status.dueAt !== undefined && !status.overdue && status.answer === undefined && (
          <p>{t('track.due', { at: at(status.dueAt) })}</p>
        )}
        {status.answer !== undefined && (
          <p>
            {t('track.answer')}：{status.answer}
          </p>
        )}
      </section>
      {status.sessionResults.length > 0 && (
        <section className="panel">
          <strong>{t('track.results')}</strong>
          {status.sessionResults.map(({ sessionId, result }) => (
            <p key={sessionId}>{result}</p>
          ))}
        </section>
      )}
      {OPEN.includes(status.state) && <SenderActions path={path} onDone={again} />}
    </>
  );
}
