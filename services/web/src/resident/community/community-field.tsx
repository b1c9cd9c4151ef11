import type { PublicCommunities } from '@hsl/contracts/schemas/public-reading';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  items: PublicCommunities['items'];
  value: string;
  onChange: (id: string) => void;
}

/** Where one lives, of a list that fits a phone. */
export function CommunityField({ items, value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t('community.choose')}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('community.none')}</option>
        {items.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </>
  );
}
