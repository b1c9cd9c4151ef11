import type { QrForm } from '@hsl/contracts/schemas/qr-points';
import type { SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../http/problem.js';
import { Awaited, Problem } from '../parts.js';
import { EndorseButton } from '../topics/endorse-button.js';
import { useAnswer } from '../use-answer.js';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { Receipt } from './receipt.js';
import { ReportForm } from './report-form.js';

/** A code on a wall was scanned: its place is known, one sentence is enough. */
export function ReportPage({ code }: { code: string }) {
  const { t } = useTranslation();
  const asked = useAnswer<QrForm>(`/api/qr-points/codes/${encodeURIComponent(code)}`);
  const [sent, setSent] = useState<{ receipt: SubmissionReceipt; photos: readonly ChosenFile[] }>();
  if (sent) return <Receipt {...sent} />;
  const { error } = asked;
  if (!asked.answer && error instanceof ApiProblem && error.isRefusal) {
    return (
      <>
        <Problem text={t('report.retired')} />
        <a className="button" href="/p/report">
          {t('report.choosePlace')}
        </a>
      </>
    );
  }
  return (
    <Awaited asked={asked}>
      {(form) => (
        <>
          <h1>{t('report.title')}</h1>
          <ReportForm
            form={`report.${code}`}
            origin={{ code }}
            here={form}
            onSent={(receipt, photos) => setSent({ receipt, photos })}
          >
            <TopicsHere topics={form.topics} />
          </ReportForm>
        </>
      )}
    </Awaited>
  );
}

function TopicsHere({ topics }: Pick<QrForm, 'topics'>) {
  const { t } = useTranslation();
  if (topics.length === 0) return null;
  return (
    <details className="panel">
      <summary>{t('report.here', { count: topics.length })}</summary>
      <ul className="lines">
        {topics.map(({ id, title, endorsements }) => (
          <li key={id}>
            <a href={`/p/topics/${id}`}>{title}</a> · {t('report.endorsements', { people: endorsements })}{' '}
            <EndorseButton topicId={id} title={title} />
          </li>
        ))}
      </ul>
    </details>
  );
}
