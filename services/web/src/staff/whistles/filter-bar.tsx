import { GRADES } from '@hsl/contracts/grades';
import { isWhistleOpen, WHISTLE_STATES } from '@hsl/contracts/states';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../filter-select.js';
import { useNameOf } from '../names/use-names.js';
import type { ListQuery } from './list-query.js';

interface Props {
  filters: ListQuery;
  onChange: (filters: ListQuery) => void;
}

/** The two cuts people make by hand, and a chip with a way out for every cut that came with the address. */
export function FilterBar({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const set = (name: string, value: string | undefined): void => onChange({ ...filters, [name]: value });
  const cut = Object.entries(filters).filter(([, value]) => value !== undefined);
  const shown = (name: string, value: string): string => {
    if (name === 'state' || name === 'grade' || name === 'step') return t(`${name}.${value}`);
    if (name === 'department') return nameOf('department', value);
    return ['open', 'overdue', 'card', 'view'].includes(name) ? t(`filter.${name}.${value}`) : value;
  };
  const choices = (prefix: string, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: t(`${prefix}.${code}`) }));
  return (
    <div className="filters">
      <FilterSelect
        label={t('list.state')}
        value={filters.state}
        options={choices('state', WHISTLE_STATES.filter(isWhistleOpen))}
        onChange={(value) => set('state', value)}
      />
      <FilterSelect
        label={t('list.grade')}
        value={filters.grade}
        options={choices('grade', GRADES)}
        onChange={(value) => set('grade', value)}
      />
      {cut.map(([name, value]) => (
        <Tag
          key={name}
          closable={{ 'aria-label': t('filter.remove', { filter: shown(name, value!) }) }}
          onClose={() => set(name, undefined)}
        >
          {shown(name, value!)}
        </Tag>
      ))}
      {cut.length > 0 && (
        <Button type="link" onClick={() => onChange({})}>
          {t('action.clearFilters')}
        </Button>
      )}
    </div>
  );
}
