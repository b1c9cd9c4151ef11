import type { FigureAnswer } from '@hsl/contracts/schemas/figures';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { periodOf } from '../figures/periods.js';
import { useFigures } from '../figures/use-figures.js';
import { useValueText } from '../figures/use-value-text.js';
import { changeText } from '../figures/value-text.js';
import { LoadState } from '../load-state.js';

/** What a leader is asked for first: answered, in time, solved, content, held. */
const FIRST = ['I1', 'I4', 'I6', 'I7', 'I14.rebounds'];

/** How good this month is; each figure opens its cases. */
export function MonthFigures() {
  const { t } = useTranslation();
  const query = useFigures(periodOf('month', Date.now()));
  const first = query.data?.items.filter(({ id }) => FIRST.includes(id)) ?? [];
  return (
    <section>
      <h2>{t('board.month')}</h2>
      <LoadState query={query}>
        <ul className="month">
          {first.map((figure) => (
            <MonthFigure key={figure.id} figure={figure} />
          ))}
        </ul>
      </LoadState>
    </section>
  );
}

function MonthFigure({ figure }: { figure: FigureAnswer }) {
  const { t, i18n } = useTranslation();
  const valueText = useValueText();
  const { id, name, value, unit, n, smallSample, previous } = figure;
  const change = smallSample ? undefined : changeText(previous.difference, unit);
  return (
    <li>
      <Link to="/figures/$id" params={{ id }} search={{ period: 'month' }}>
        {i18n.language === 'en' ? name.en : name.zh}
      </Link>
      {value === null ? (
        <small>{t('figures.none')}</small>
      ) : (
        <span>
          <strong>{valueText(value, unit)}</strong>{' '}
          <small>
            {t('board.month.n', { n })}
            {smallSample && ` · ${t('figures.small')}`}
            {change !== undefined && ` · ${t('board.month.change', { change })}`}
          </small>
        </span>
      )}
    </li>
  );
}
