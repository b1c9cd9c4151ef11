import type { SubmissionStatus } from '@hsl/contracts/schemas/submissions';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { ApiProblem } from '../../http/problem.js';
import { instantText } from '../../time/instant-text.js';
import { Problem } from '../parts.js';
import { UnsentPhotos } from '../report/unsent-photos.js';
import { HandledMatter } from './handled-matter.js';
import { SenderActions } from './sender-actions.js';
import { submissionPath, useMatter } from './use-matter.js';

const OPEN = ['RECEIVED'];

/** Who has my matter, until when: what is late is said first, every end has its answer. */
export function TrackPage({ code }: { code: string }) {
  const { t } = useTranslation();
  const { told, handled, first } = useMatter(code);
  if (!first.answer && first.error === undefined) return <p role="status">{t('state.loading')}</p>;
  if (!first.answer) return <Unknown error={first.error} />;
  return (
    <>
      <h1>{t('track.title')}</h1>
      <p>
        <small>{t('track.ask')}</small> <span className="code">{code}</span>
      </p>
      {handled.answer && <HandledMatter matter={handled.answer} code={code} />}
      {told?.answer && <Told status={told.answer} isHandled={handled.answer !== undefined} />}
      {told?.answer && OPEN.includes(told.answer.state) && (
        <>
          <UnsentPhotos trackingCode={code} />
          <SenderActions path={submissionPath(code)} onDone={told.again} />
        </>
      )}
      {told?.answer && (
        <p>
          <a href={`/t/${encodeURIComponent(code)}/data`}>{t('personal.link')}</a>
        </p>
      )}
    </>
  );
}

function Unknown({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const isUnknown = error instanceof ApiProblem && [400, 404, 422].includes(error.status);
  return (
    <>
      <Problem text={isUnknown ? t('track.notFound') : failureText(error, t)} />
      <a className="button" href="/t">
        {t('track.ask')}
      </a>
    </>
  );
}

function Told({ status, isHandled }: { status: SubmissionStatus; isHandled: boolean }) {
  const { t, i18n } = useTranslation();
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  return (
    <>
      {status.overdue && <Problem text={t('track.late')} />}
      <section className="panel" aria-live="polite">
        {!isHandled && <strong>{status.words}</strong>}
        <p>{t('track.received', { at: at(status.receivedAt) })}</p>
        {status.dueAt !== undefined && !status.overdue && status.answer === undefined && (
          <p>{t('track.due', { at: at(status.dueAt) })}</p>
        )}
        {status.answer !== undefined && (
          <p>
            {t('track.answer')}：{status.answer}
          </p>
        )}
        {status.topicId !== undefined && <a href={`/p/topics/${status.topicId}`}>{t('track.topic')}</a>}
      </section>
      {status.sessionResults.length > 0 && (
        <section className="panel">
          <strong>{t('track.results')}</strong>
          {status.sessionResults.map(({ sessionId, result }) => (
            <p key={sessionId}>{result}</p>
          ))}
        </section>
      )}
    </>
  );
}
