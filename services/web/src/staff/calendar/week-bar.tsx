import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { usePlaces } from './use-rooms.js';
import type { Week } from './week.js';

interface Props {
  week: Week;
  venue: string | undefined;
  onChange: (changed: { week?: string; venue?: string }) => void;
}

/** Another week, another place. */
export function WeekBar({ week, venue, onChange }: Props) {
  const { t } = useTranslation();
  const day = useDay();
  const places = (usePlaces() ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div role="group" aria-label={t('calendar.weeks')} className="filters week-bar">
      <strong>{t('calendar.week', { from: day(week.days[0]!), to: day(week.days[6]!) })}</strong>
      <Button onClick={() => onChange({ week: week.before })}>{t('calendar.before')}</Button>
      <Button onClick={() => onChange({ week: undefined })}>{t('calendar.now')}</Button>
      <Button onClick={() => onChange({ week: week.after })}>{t('calendar.after')}</Button>
      <Select
        aria-label={t('calendar.venue')}
        placeholder={t('calendar.venue')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={venue}
        options={places}
        onChange={(value: string | undefined) => onChange({ venue: value })}
      />
    </div>
  );
}
