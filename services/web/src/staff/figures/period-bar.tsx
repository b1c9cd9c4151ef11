import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { PERIODS, periodOf, type PeriodName } from './periods.js';

interface Props {
  name: PeriodName;
  onChange: (name: PeriodName) => void;
}

/** Which days; the dates are said, so that a printed page needs no guess. */
export function PeriodBar({ name, onChange }: Props) {
  const { t } = useTranslation();
  const day = useDay();
  const { from, to } = periodOf(name, Date.now());
  return (
    <div className="sheet-buttons tasks-bar" role="group" aria-label={t('figures.period.label')}>
      {PERIODS.map((one) => (
        <Button key={one} aria-pressed={one === name} onClick={() => onChange(one)}>
          {t(`figures.period.${one}`)}
        </Button>
      ))}
      <span>{t('figures.period.shown', { from: day(from), to: day(to) })}</span>
    </div>
  );
}
