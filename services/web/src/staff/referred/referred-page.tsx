import type { Topic } from '@hsl/contracts/schemas/topics';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { RowActions } from '../actions/row-actions.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useCommunityName } from '../names/use-names.js';
import { useOrders } from '../orders/use-orders.js';
import { useMe } from '../sign-in/use-me.js';
import { REFERRED_SOURCES } from './referred-sources.js';
import { Referrals } from './referrals.js';
import { isForwarded, REPORT_FORMS, reportActions, type OpinionReport } from './report-action-forms.js';
import '../approvals/approvals.css';
import '../tasks/tasks.css';
import '../whistle/whistle.css';
import '../work/work.css';

const route = getRouteApi('/referred');

/** What does the district owe the subdistrict? Reports that go up, and topics it has on its own table. */
export function ReferredPage() {
  const { t } = useTranslation();
  const { of = 'reports' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <section>
      <h1>{t('referred.title')}</h1>
      <div className="sheet-buttons tasks-bar">
        {REFERRED_SOURCES.map((source) => (
          <Button key={source} aria-pressed={of === source} onClick={() => void navigate({ search: { of: source } })}>
            {t(`referred.of.${source}`)}
          </Button>
        ))}
      </div>
      {of === 'reports' && <Reports />}
      {of === 'topics' && <DistrictTopics />}
      {of === 'supervision' && <Referrals />}
    </section>
  );
}

function Reports() {
  const { t } = useTranslation();
  const { query, rows } = useOrders<OpinionReport>('/api/opinion-reports', {});
  return (
    <LoadState query={query}>
      {rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('referred.empty')} />}
      <ul className="approvals">
        {rows.map((report) => (
          <ReportCard key={report.id} report={report} />
        ))}
      </ul>
      <LoadMore query={query} />
    </LoadState>
  );
}

function ReportCard({ report }: { report: OpinionReport }) {
  const { t, i18n } = useTranslation();
  const communityName = useCommunityName();
  const roles = (useMe()?.posts ?? []).map(({ role }) => role);
  const { id, title, text, state, communityId, remark, createdAt } = report;
  const at = instantText(Date.parse(createdAt), Date.now(), i18n.language);
  return (
    <li className="approval">
      <header>
        <h2>{title}</h2>
        <span>{t(`reportState.${state}`)}</span>
        {isForwarded(report) && <span>{t('referred.forwarded')}</span>}
        {communityId !== undefined && <span>{communityName(communityId)}</span>}
        <span>{t('referred.draftedAt', { at })}</span>
      </header>
      <dl>
        <div>
          <dt>{t('referred.about')}</dt>
          <dd>{text}</dd>
        </div>
        {remark !== undefined && (
          <div>
            <dt>{t('referred.remark')}</dt>
            <dd>{remark}</dd>
          </div>
        )}
      </dl>
      <RowActions
        id={id}
        actions={reportActions(report, roles)}
        forms={REPORT_FORMS}
        subject={{ address: `/api/opinion-reports/${id}`, title }}
      />
    </li>
  );
}

/** What is done about one stands on its own page. */
function DistrictTopics() {
  const { t } = useTranslation();
  const { query, rows } = useOrders<Topic>('/api/topics', { level: 'district' });
  return (
    <LoadState query={query}>
      {rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('referred.empty')} />}
      <ul className="owed">
        {rows.map(({ id, title, state }) => (
          <li key={id}>
            <Link to="/topics/$id" params={{ id }}>
              <strong>{t(`topicState.${state}`)}</strong> {title}
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore query={query} />
    </LoadState>
  );
}
