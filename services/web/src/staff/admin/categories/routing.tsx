import type { RoutingSuggestion } from '@hsl/contracts/schemas/departments';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { useHasRole } from '../../sign-in/use-me.js';
import { TableBox } from '../../table-box.js';
import { RoutingForm } from './routing-form.js';
import { useRoutingTable } from './use-routing.js';

const COLUMNS = ['category', 'lead', 'supporting', 'reason', 'precedent'] as const;

/** Who leads and who supports, and why, with the rulings that made a row; changed by a proposal. */
export function Routing() {
  const { t } = useTranslation();
  const { query, rows } = useRoutingTable();
  const mayPropose = useHasRole('admin', 'liaisonOfficer');
  const [changing, setChanging] = useState<string>();
  const changed = rows.find(({ categoryCode }) => categoryCode === changing);
  const columns = [...COLUMNS, ...(mayPropose ? (['do'] as const) : [])];
  return (
    <section>
      <h2>{t('categories.routing')}</h2>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('categories.routing.none')}</p>}
        <TableBox label={t('categories.routing')} columns={columns.map((column) => t(`categories.column.${column}`))}>
          {rows.map((row) => (
            <RoutingLine
              key={row.categoryCode}
              row={row}
              onChange={mayPropose ? () => setChanging(row.categoryCode) : undefined}
            />
          ))}
        </TableBox>
        {rows.every(({ precedentOf }) => precedentOf === undefined) && <p>{t('categories.precedents.none')}</p>}
        <LoadMore query={query} />
      </LoadState>
      {changed && <RoutingForm key={changing} row={changed} onDone={() => setChanging(undefined)} />}
    </section>
  );
}

interface LineProps {
  row: RoutingSuggestion;
  /** Left out: for reading only. */
  onChange: (() => void) | undefined;
}

function RoutingLine({ row, onChange }: LineProps) {
  const { t } = useTranslation();
  const { categoryCode, categoryName = '', lead, supporting, reason, precedentOf } = row;
  return (
    <tr>
      <th scope="row">
        {categoryCode} {categoryName}
      </th>
      <td>{lead.name}</td>
      <td className="wide">{supporting.map(({ name }) => name).join(t('rules.and'))}</td>
      <td className="wide">{reason}</td>
      <td>{precedentOf === undefined ? '' : t('categories.ruled')}</td>
      {onChange && (
        <td>
          <Button
            aria-label={t('categories.change.of', { name: `${categoryCode} ${categoryName}` })}
            onClick={onChange}
          >
            {t('categories.change')}
          </Button>
        </td>
      )}
    </tr>
  );
}
