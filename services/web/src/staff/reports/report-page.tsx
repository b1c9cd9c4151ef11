import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../load-state.js';
import { ReportButtons } from './report-buttons.js';
import { ReportState } from './report-state.js';
import { ReportText } from './report-text.js';
import { useReport } from './use-reports.js';
import './reports.css';

const route = getRouteApi('/reports/$id');

/** One report, as it was made. */
export function ReportPage() {
  const { t, i18n } = useTranslation();
  const { id } = route.useParams();
  const query = useReport(id);
  const { data: report } = query;
  return (
    <article className="reports">
      <Link to="/reports">{t('reports.back')}</Link>
      <LoadState query={query}>
        {report && (
          <>
            <h1>{i18n.language === 'en' ? report.title.en : report.title.zh}</h1>
            <p className="report-file">
              <ReportState report={report} />
              <ReportButtons report={report} releaseWords={t('reports.release')} />
            </p>
            {report.isReadable && <ReportText id={id} />}
          </>
        )}
      </LoadState>
    </article>
  );
}
