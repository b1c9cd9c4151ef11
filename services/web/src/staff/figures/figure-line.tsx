import type { FigureAnswer } from '@hsl/contracts/schemas/figures';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PeriodName } from './periods.js';
import { useValueText } from './use-value-text.js';
import { changeText } from './value-text.js';

/** One figure in a table; its name opens what is behind it. */
export function FigureLine({ figure, period }: { figure: FigureAnswer; period: PeriodName }) {
  const { t, i18n } = useTranslation();
  const valueText = useValueText();
  const { id, indicator, name, unit, value, n, smallSample, previous, yearBefore } = figure;
  const change = (difference: number | null): string => {
    const text = changeText(difference, unit);
    if (text === undefined) return '';
    return unit === 'percent' ? t('figures.points', { change: text }) : text;
  };
  return (
    <tr>
      <th scope="row">
        <Link to="/figures/$id" params={{ id }} search={{ period }}>
          {i18n.language === 'en' ? name.en : name.zh}
        </Link>{' '}
        <small>{indicator}</small>
      </th>
      <td>
        {value === null ? <small>{t('figures.none')}</small> : valueText(value, unit)}
        {value !== null && smallSample && <small> {t('figures.small')}</small>}
      </td>
      <td>{n}</td>
      <td>{change(previous.difference)}</td>
      <td>{change(yearBefore.difference)}</td>
    </tr>
  );
}
