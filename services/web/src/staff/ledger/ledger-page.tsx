import type { LedgerEntry } from '@hsl/contracts/schemas/ledger';
import { LEDGER_STATES } from '@hsl/contracts/states';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../filter-select.js';
import { Countdown } from '../countdown.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useCommunityName, useNameOf } from '../names/use-names.js';
import { TableBox } from '../table-box.js';
import { nextMilestone } from './ledger-action-forms.js';
import { useLedger } from './use-ledger.js';
import '../whistles/whistles.css';

const route = getRouteApi('/ledger');
const COLUMNS = ['serial', 'number', 'community', 'lead', 'state', 'next', 'done', 'slips'] as const;

/** Are the promised dates kept? */
export function LedgerPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useLedger(filters);
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = filters.state === undefined ? '' : `?state=${filters.state}`;
  return (
    <section>
      <h1>{t('ledger.title')}</h1>
      <div className="filters">
        <FilterSelect
          label={t('ledger.state')}
          value={filters.state}
          options={LEDGER_STATES.map((state) => ({ value: state, label: t(`ledgerState.${state}`) }))}
          onChange={(state) => void navigate({ search: state === undefined ? {} : { state } })}
        />
        {filters.state !== undefined && (
          <Button type="link" onClick={() => void navigate({ search: {} })}>
            {t('action.clearFilters')}
          </Button>
        )}
        <Button href={`/api/ledger/export.csv${shown}`}>{t('ledger.export')}</Button>
      </div>
      <LoadState query={query}>
        {entries.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('ledger.empty')} />
        ) : (
          <TableBox label={t('ledger.title')} columns={COLUMNS.map((column) => t(`ledger.${column}`))}>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </TableBox>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

function EntryRow({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const communityName = useCommunityName();
  const { id, serial, number, communityId, leadDepartmentId, state, milestones } = entry;
  const next = nextMilestone(entry);
  const counted = milestones.filter((one) => one.state !== 'REPLACED');
  const done = counted.filter((one) => one.state === 'DONE').length;
  return (
    <tr>
      <td>
        <Link to="/ledger/$id" params={{ id }}>
          {serial}
        </Link>
      </td>
      <td>
        <Link to="/whistles/$number" params={{ number }}>
          {number}
        </Link>
      </td>
      <td>{communityName(communityId)}</td>
      <td>{leadDepartmentId && nameOf('department', leadDepartmentId)}</td>
      <td>{t(`ledgerState.${state}`)}</td>
      <td>{state === 'RUNNING' && next && <Countdown dueAt={next.dueAt} />}</td>
      <td>{`${done}/${counted.length}`}</td>
      <td>{milestones.reduce((sum, one) => sum + one.slips, 0)}</td>
    </tr>
  );
}
