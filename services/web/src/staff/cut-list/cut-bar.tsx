import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../blow/use-places.js';
import type { Cut } from './cut.js';
import '../whistles/whistles.css';

interface Props {
  cuts: readonly Cut[];
  filters: Readonly<Record<string, string>>;
  onChange: (filters: Record<string, string>) => void;
}

/** The cuts a list offers, each a choice with a way out. */
export function CutBar({ cuts, filters, onChange }: Props) {
  const { t } = useTranslation();
  const communities = useCommunities();
  const optionsOf = ({ codes, words }: Cut) =>
    codes?.map((code) => ({ value: code, label: t(`${words}.${code}`) })) ?? communities;
  const set = (name: string, value: string | undefined): void => {
    const { [name]: _before, ...others } = filters;
    onChange(value === undefined ? others : { ...others, [name]: value });
  };
  return (
    <div className="filters">
      {cuts.map((cut) => (
        <Select
          key={cut.name}
          aria-label={t(`cut.${cut.name}`)}
          placeholder={t(`cut.${cut.name}`)}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={filters[cut.name]}
          options={optionsOf(cut)}
          onChange={(value: string | undefined) => set(cut.name, value)}
        />
      ))}
      {Object.keys(filters).length > 0 && (
        <Button type="link" onClick={() => onChange({})}>
          {t('action.clearFilters')}
        </Button>
      )}
    </div>
  );
}
