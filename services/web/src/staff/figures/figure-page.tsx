import type { OneFigureAnswer } from '@hsl/contracts/schemas/figures';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../load-state.js';
import { useNameOf } from '../names/use-names.js';
import { monthText } from '../reports/months.js';
import { FigureBars } from './figure-bars.js';
import { FigureCases } from './figure-cases.js';
import { PeriodBar } from './period-bar.js';
import { periodOf } from './periods.js';
import { useFigure } from './use-figures.js';
import { useValueText } from './use-value-text.js';
import '../board/board.css';
import '../tasks/tasks.css';

const route = getRouteApi('/figures/$id');

/** One figure: what it says, how it is worked out, month by month, apart by department, and the cases behind it. */
export function FigurePage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { period = 'month', part = 'denominator' } = route.useSearch();
  const navigate = route.useNavigate();
  const days = periodOf(period, Date.now());
  const query = useFigure(id, days);
  return (
    <article className="board">
      <Link to="/figures" search={{ period }}>
        {t('figures.back')}
      </Link>
      <PeriodBar name={period} onChange={(name) => void navigate({ search: { period: name, part } })} />
      <LoadState query={query}>{query.data && <Figure figure={query.data} />}</LoadState>
      {query.data?.cases && (
        <FigureCases
          id={id}
          period={days}
          part={part}
          cases={query.data.cases}
          onChange={(chosen) => void navigate({ search: { period, part: chosen } })}
        />
      )}
    </article>
  );
}

function Figure({ figure }: { figure: OneFigureAnswer }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNameOf();
  const valueText = useValueText();
  const { id, name, unit, value, n, smallSample, version, formula, series, apart } = figure;
  const word = (both: { zh: string; en: string }): string => (i18n.language === 'en' ? both.en : both.zh);
  return (
    <>
      <h1>
        {id} {word(name)}
      </h1>
      <p className="figure-value">
        {value === null ? t('figures.none') : <strong>{valueText(value, unit)}</strong>} n={n}{' '}
        {value !== null && smallSample && t('figures.small')}
      </p>
      <details>
        <summary>{t('figures.formula')}</summary>
        <p>{`${word(formula.numerator)} ÷ ${word(formula.denominator)}`}</p>
        <p>{`${t('figures.excluded')}：${word(formula.exclusions)}`}</p>
        <p>{t('figures.version', { version })}</p>
      </details>
      <div className="panels">
        <FigureBars
          title={t('figures.series')}
          unit={unit}
          rows={series.map((one) => ({ label: monthText(one.from.slice(0, 7), i18n.language), ...one }))}
        />
        <FigureBars
          title={t('figures.byDepartment')}
          unit={unit}
          rows={apart.map((one) => ({ label: nameOf('department', one.key), ...one }))}
        />
      </div>
    </>
  );
}
