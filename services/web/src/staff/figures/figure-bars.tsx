import { useTranslation } from 'react-i18next';
import { useValueText } from './use-value-text.js';

interface Row {
  label: string;
  value: number | null;
  n: number;
}

/** Bars from zero with the number and n at the mark; a list, so that it is a table to whoever does not see it. */
export function FigureBars({ title, unit, rows }: { title: string; unit: string; rows: readonly Row[] }) {
  const { t } = useTranslation();
  const valueText = useValueText();
  const most = unit === 'percent' ? 100 : Math.max(1, ...rows.map(({ value }) => value ?? 0));
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="bars wide">
        {rows.map(({ label, value, n }) => (
          <li key={label}>
            <span>{label}</span>
            <span
              className="bar"
              aria-hidden="true"
              style={{ inlineSize: `${(Math.max(0, value ?? 0) / most) * 100}%` }}
            />
            <span>{value === null ? t('figures.none') : `${valueText(value, unit)} (n=${n})`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
