import type { QrForm } from '@hsl/contracts/schemas/qr-points';
import type { SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { ApiProblem } from '../../http/problem.js';
import { useAnswer } from '../use-answer.js';
import type { Photo } from './photo.js';
import { Receipt } from './receipt.js';
import { ReportForm } from './report-form.js';

/** A code on a wall was scanned: its place is known, one sentence is enough. */
export function ReportPage({ code }: { code: string }) {
  const { t } = useTranslation();
  const { answer: form, error, again } = useAnswer<QrForm>(`/api/qr-points/codes/${encodeURIComponent(code)}`);
  const [sent, setSent] = useState<{ receipt: SubmissionReceipt; photos: Photo[] }>();
  if (sent) return <Receipt {...sent} />;
  if (!form && error === undefined) return <p role="status">{t('state.loading')}</p>;
  if (!form) {
    const isRetired = error instanceof ApiProblem && error.status < 500 && error.status !== 429;
    return (
      <>
        <p role="alert" className="panel problem">
          {isRetired ? t('report.retired') : failureText(error, t)}
        </p>
        {!isRetired && (
          <button type="button" onClick={again}>
            {t('action.retry')}
          </button>
        )}
      </>
    );
  }
  return (
    <>
      <h1>{t('report.title')}</h1>
      <p className="panel">
        <strong>{[form.communityName, form.place].filter(Boolean).join(' · ')}</strong>
        <br />
        {t('report.emergency')}
      </p>
      {form.topics.length > 0 && (
        <section className="panel">
          <strong>{t('report.here')}</strong>
          <ul>
            {form.topics.map(({ id, title, endorsements }) => (
              <li key={id}>
                {title} · {t('report.endorsements', { people: endorsements })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReportForm code={code} onSent={(receipt, photos) => setSent({ receipt, photos })} />
    </>
  );
}
