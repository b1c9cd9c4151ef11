import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../load-state.js';
import { TableBox } from '../table-box.js';
import { groupFigures } from './figure-groups.js';
import { FigureLine } from './figure-line.js';
import { PeriodBar } from './period-bar.js';
import { periodOf } from './periods.js';
import { useFigures } from './use-figures.js';
import '../tasks/tasks.css';

const route = getRouteApi('/figures');
const COLUMNS = ['name', 'value', 'n', 'previous', 'yearBefore'] as const;

/** How good are we, and is the figure honest? */
export function FiguresPage() {
  const { t } = useTranslation();
  const { period = 'month' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useFigures(periodOf(period, Date.now()));
  return (
    <section>
      <h1>{t('figures.title')}</h1>
      <p>
        <Link to="/reports">{t('reports.title')}</Link>
      </p>
      <PeriodBar name={period} onChange={(name) => void navigate({ search: { period: name } })} />
      <LoadState query={query}>
        <TableBox label={t('figures.title')} columns={COLUMNS.map((column) => t(`figures.${column}`))} isGrouped>
          {groupFigures(query.data?.items ?? []).map(({ group, figures }) => (
            <tbody key={group}>
              <tr className="group">
                <th scope="rowgroup" colSpan={COLUMNS.length}>
                  {t(`figures.group.${group}`)}
                </th>
              </tr>
              {figures.map((figure) => (
                <FigureLine key={figure.id} figure={figure} period={period} />
              ))}
            </tbody>
          ))}
        </TableBox>
      </LoadState>
    </section>
  );
}
