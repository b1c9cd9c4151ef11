import { getRouteApi } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { TableBox } from '../table-box.js';
import { FilterBar } from './filter-bar.js';
import { MatterRow } from './matter-row.js';
import { useLiveList } from './use-live-list.js';
import './whistles.css';

const route = getRouteApi('/whistles');
const COLUMNS = ['number', 'community', 'state', 'grade', 'waitingFor', 'since', 'due', 'nextRung'] as const;

/** Which matters, and where they are stuck; what it is cut down to stands in the address. */
export function WhistlesPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useLiveList(filters);
  const matters = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const more = query.hasNextPage ? '+' : '';
  return (
    <section>
      <h1>{t('list.title', { n: `${matters.length}${more}` })}</h1>
      <FilterBar filters={filters} onChange={(changed) => void navigate({ search: changed })} />
      <LoadState query={query}>
        {matters.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('list.empty')}>
            <Button onClick={() => void navigate({ search: {} })}>{t('action.clearFilters')}</Button>
          </Empty>
        ) : (
          <TableBox label={t('menu.whistles')} columns={COLUMNS.map((column) => t(`list.${column}`))}>
            {matters.map((matter) => (
              <MatterRow key={matter.id} matter={matter} />
            ))}
          </TableBox>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
