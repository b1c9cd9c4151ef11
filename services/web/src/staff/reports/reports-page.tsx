import type { Report } from '@hsl/contracts/schemas/reports';
import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { instantText } from '../../time/instant-text.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { TableBox } from '../table-box.js';
import { monthAfter, monthOf } from './months.js';
import { ReportButtons } from './report-buttons.js';
import { ReportForm } from './report-form.js';
import { ReportState } from './report-state.js';
import { useReportKinds, useReports } from './use-reports.js';
import './reports.css';

const COLUMNS = ['kind', 'period', 'made', 'file'] as const;

/** What do I hand out? */
export function ReportsPage() {
  const { t } = useTranslation();
  const kinds = useReportKinds();
  const query = useReports();
  const reports = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <article className="reports">
      <h1>{t('reports.title')}</h1>
      <p>
        <Link to="/bulletins/$month" params={{ month: monthAfter(monthOf(Date.now()), -1) }}>
          {t('bulletin.link')}
        </Link>
      </p>
      {kinds.length > 0 && (
        <section aria-label={t('reports.new')}>
          <h2>{t('reports.new')}</h2>
          <ReportForm kinds={kinds} />
        </section>
      )}
      <h2>{t('reports.kept')}</h2>
      <LoadState query={query}>
        {reports.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('reports.empty')} />}
        {reports.length > 0 && (
          <TableBox label={t('reports.kept')} columns={COLUMNS.map((column) => t(`reports.${column}`))}>
            {reports.map((report) => (
              <ReportLine key={report.id} report={report} />
            ))}
          </TableBox>
        )}
        <LoadMore query={query} />
      </LoadState>
    </article>
  );
}

function ReportLine({ report }: { report: Report }) {
  const { t, i18n } = useTranslation();
  const day = useDay();
  const { id, title, whistleNumber, format, from, to, requestedAt, file, isReadable } = report;
  const name = i18n.language === 'en' ? title.en : title.zh;
  return (
    <tr>
      <th scope="row">
        {isReadable ? (
          <Link to="/reports/$id" params={{ id }} aria-label={t('reports.readOf', { name: file?.name ?? name })}>
            {name}
          </Link>
        ) : (
          name
        )}{' '}
        {whistleNumber} <small>{format.toUpperCase()}</small>
      </th>
      <td>{t('reports.span', { from: day(from), to: day(to) })}</td>
      <td>{instantText(Date.parse(requestedAt), Date.now(), i18n.language)}</td>
      <td>
        <div className="report-file" aria-live="polite">
          <ReportState report={report} />
          <ReportButtons report={report} releaseWords={t('reports.release')} />
        </div>
      </td>
    </tr>
  );
}
