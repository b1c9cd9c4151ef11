import { getRouteApi } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { TableBox } from '../table-box.js';
import { AwayNote } from './away-note.js';
import { ExportButton } from './export-button.js';
import { FilterBar } from './filter-bar.js';
import { askedFilters, longestFirst } from './list-query.js';
import { MatterRow } from './matter-row.js';
import { SavedBar } from './saved-bar.js';
import { useLiveList } from './use-live-list.js';
import { MATTER_COLUMNS, STUCK_COLUMNS } from './use-matter-cells.js';
import './whistles.css';

const route = getRouteApi('/whistles');

/** Which matters, and where they are stuck; what it is cut down to stands in the address. */
export function WhistlesPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const isStuck = filters.view === 'stuck';
  const asked = askedFilters(filters);
  const query = useLiveList(asked);
  const found = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const matters = isStuck ? longestFirst(found) : found;
  const columns = isStuck ? STUCK_COLUMNS : MATTER_COLUMNS;
  const more = query.hasNextPage ? '+' : '';
  return (
    <section>
      <h1>{t(isStuck ? 'list.stuck' : 'list.title', { n: `${matters.length}${more}` })}</h1>
      <FilterBar filters={filters} onChange={(changed) => void navigate({ search: changed })} />
      <div className="filters">
        {!isStuck && (
          <Button onClick={() => void navigate({ search: { ...filters, view: 'stuck' } })}>
            {t('filter.view.stuck')}
          </Button>
        )}
        {matters.length > 0 && <ExportButton filters={asked} />}
      </div>
      <SavedBar filters={filters} />
      <LoadState query={query}>
        <AwayNote query={query} />
        {matters.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('list.empty')}>
            <Button onClick={() => void navigate({ search: {} })}>{t('action.clearFilters')}</Button>
          </Empty>
        ) : (
          <TableBox label={t('menu.whistles')} columns={columns.map((column) => t(`list.${column}`))}>
            {matters.map((matter) => (
              <MatterRow key={matter.id} matter={matter} columns={columns} />
            ))}
          </TableBox>
        )}
        {isStuck && query.hasNextPage && <p>{t('list.stuckSoFar')}</p>}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
