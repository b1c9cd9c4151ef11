import { SKILL_CODES } from '@hsl/contracts/skills';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../filter-select.js';
import { useCommunities } from '../blow/use-places.js';
import '../whistles/whistles.css';

interface Filters {
  q?: string;
  community?: string;
  skill?: string;
}

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** By name, community and skill; what is chosen stands in the address. */
export function MembersFilter({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const communities = useCommunities();
  const skills = SKILL_CODES.map((code) => ({ value: code, label: t(`skill.${code}`) }));
  const set = (changed: Filters): void => onChange({ ...filters, ...changed });
  return (
    <div className="filters">
      <Input.Search
        key={filters.q}
        className="by-name"
        aria-label={t('members.search')}
        placeholder={t('members.search')}
        defaultValue={filters.q}
        maxLength={40}
        allowClear
        onSearch={(q) => set({ q: q.trim() || undefined })}
      />
      <FilterSelect
        label={t('members.communities')}
        value={filters.community}
        options={communities}
        onChange={(community) => set({ community })}
      />
      <FilterSelect
        label={t('members.skills')}
        value={filters.skill}
        options={skills}
        onChange={(skill) => set({ skill })}
      />
      {Object.values(filters).some((value) => value !== undefined) && (
        <Button type="link" onClick={() => onChange({})}>
          {t('action.clearFilters')}
        </Button>
      )}
    </div>
  );
}
