import type { FigureAnswer } from '@hsl/contracts/schemas/figures';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../load-state.js';
import { TableBox } from '../table-box.js';
import { PeriodBar } from './period-bar.js';
import { periodOf, type PeriodName } from './periods.js';
import { useFigures } from './use-figures.js';
import { changeText, valueText } from './value-text.js';
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
        <TableBox label={t('figures.title')} columns={COLUMNS.map((column) => t(`figures.${column}`))}>
          {query.data?.items.map((figure) => (
            <FigureLine key={figure.id} figure={figure} period={period} />
          ))}
        </TableBox>
      </LoadState>
    </section>
  );
}

function FigureLine({ figure, period }: { figure: FigureAnswer; period: PeriodName }) {
  const { t, i18n } = useTranslation();
  const { id, name, unit, value, n, smallSample, previous, yearBefore } = figure;
  const change = (difference: number | null): string => {
    const text = changeText(difference);
    if (text === undefined) return '';
    return unit === 'percent' ? t('figures.points', { change: text }) : text;
  };
  return (
    <tr>
      <th scope="row">
        <Link to="/figures/$id" params={{ id }} search={{ period }}>
          {id} {i18n.language === 'en' ? name.en : name.zh}
        </Link>
      </th>
      <td>
        {value === null ? t('figures.none') : valueText(value, unit)}
        {value !== null && smallSample && <small> {t('figures.small')}</small>}
      </td>
      <td>{n}</td>
      <td>{change(previous.difference)}</td>
      <td>{change(yearBefore.difference)}</td>
    </tr>
  );
}
