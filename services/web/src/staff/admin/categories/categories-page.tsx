import type { RoutingSuggestion } from '@hsl/contracts/schemas/departments';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { useListed } from '../use-listed.js';
import { CategoryTable } from './category-table.js';

/** Who gets what, and why: the table that suggests the units of a dispatch, with the rulings that made a row. */
export function CategoriesPage() {
  return (
    <AdminFrame words="admin.categories">
      <Routing />
      <CategoryTable />
    </AdminFrame>
  );
}

const COLUMNS = ['category', 'lead', 'supporting', 'reason', 'precedent'] as const;

function Routing() {
  const { t } = useTranslation();
  const { query, rows } = useListed<RoutingSuggestion>('/api/routing-table');
  return (
    <section>
      <h2>{t('categories.routing')}</h2>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('categories.routing.none')}</p>}
        <TableBox label={t('categories.routing')} columns={COLUMNS.map((column) => t(`categories.column.${column}`))}>
          {rows.map(({ categoryCode, categoryName = '', lead, supporting, reason, precedentOf }) => (
            <tr key={categoryCode}>
              <th scope="row">
                {categoryCode} {categoryName}
              </th>
              <td>{lead.name}</td>
              <td className="wide">{supporting.map(({ name }) => name).join(t('rules.and'))}</td>
              <td className="wide">{reason}</td>
              <td>{precedentOf === undefined ? '' : t('categories.ruled')}</td>
            </tr>
          ))}
        </TableBox>
        {rows.every(({ precedentOf }) => precedentOf === undefined) && <p>{t('categories.precedents.none')}</p>}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
