import type { Report } from '@hsl/contracts/schemas/reports';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Period } from '../figures/periods.js';
import { LoadState } from '../load-state.js';
import { daysOf, monthAfter, monthText } from './months.js';
import { ReportButtons } from './report-buttons.js';
import { ReportState } from './report-state.js';
import { ReportText } from './report-text.js';
import { useRequesting } from './use-requesting.js';
import { isBeingMade, useReportKinds, useReports } from './use-reports.js';
import './reports.css';

const route = getRouteApi('/bulletins/$month');

/** Who stands where this month? */
export function BulletinPage() {
  const { t, i18n } = useTranslation();
  const { month } = route.useParams();
  const days = daysOf(month);
  if (!days) return <p role="alert">{t('bulletin.noSuchMonth')}</p>;
  return (
    <article className="reports">
      <Link to="/reports">{t('reports.back')}</Link>
      <h1>{t('bulletin.title', { month: monthText(month, i18n.language) })}</h1>
      <nav className="sheet-buttons" aria-label={t('bulletin.months')}>
        <Link to="/bulletins/$month" params={{ month: monthAfter(month, -1) }}>
          {t('bulletin.before')}
        </Link>
        <Link to="/bulletins/$month" params={{ month: monthAfter(month, 1) }}>
          {t('bulletin.after')}
        </Link>
      </nav>
      <Bulletin key={month} month={month} days={days} />
    </article>
  );
}

/** What was released stays what it is, whatever is made after it; before that the newest stands here. */
const shownOf = (made: readonly Report[]): Report | undefined =>
  made.find(({ releasedAt }) => releasedAt !== undefined) ?? made.find((report) => isBeingMade(report)) ?? made[0];

function Bulletin({ month, days }: { month: string; days: Period }) {
  const { t, i18n } = useTranslation();
  const filter = { kind: 'bulletin', ...days } as const;
  const query = useReports(filter);
  const mayGenerate = useReportKinds().some(({ kind }) => kind === 'bulletin');
  const requesting = useRequesting(`bulletin.${month}`, filter);
  const report = shownOf(query.data?.pages.flatMap(({ items }) => items) ?? []);
  const isOpen = report === undefined || (!isBeingMade(report) && report.releasedAt === undefined);
  return (
    <LoadState query={query}>
      {report === undefined && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t('bulletin.none', { month: monthText(month, i18n.language) })}
        />
      )}
      {report !== undefined && (
        <div className="report-file" aria-live="polite">
          <ReportState report={report} />
          <ReportButtons report={report} releaseWords={t('bulletin.release')} />
        </div>
      )}
      {mayGenerate && isOpen && (
        <Button loading={requesting.isPending} onClick={() => requesting.send({ ...filter, format: 'docx' })}>
          {t('bulletin.generate')}
        </Button>
      )}
      {requesting.failure !== undefined && <Alert role="alert" type="error" showIcon title={requesting.failure} />}
      {report?.isReadable === true && report.releasedAt === undefined && <p>{t('bulletin.unreleased')}</p>}
      {report?.isReadable === true && <ReportText id={report.id} />}
    </LoadState>
  );
}
