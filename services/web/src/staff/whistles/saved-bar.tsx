import { Link } from '@tanstack/react-router';
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';
import type { ListQuery } from './list-query.js';
import { keepSaved, savedFilters, withSaved, type SavedFilter } from './saved-filters.js';

/** Cuts of the list that this person keeps on this device, and a way to keep the one that is shown. */
export function SavedBar({ filters }: { filters: ListQuery }) {
  const { t } = useTranslation();
  const userId = useMe()?.userId ?? '';
  const [all, setAll] = useState(() => savedFilters(userId));
  const [name, setName] = useState<string>();
  const change = (next: readonly SavedFilter[]): void => {
    keepSaved(userId, next);
    setAll(next);
  };
  const save = (): void => {
    if (!name?.trim()) return;
    change(withSaved(all, { name: name.trim(), query: filters }));
    setName(undefined);
  };
  const isCut = Object.values(filters).some((value) => value !== undefined);
  return (
    <div className="filters">
      {all.map((saved) => (
        <span key={saved.name} className="saved-filter">
          <Link to="/whistles" search={saved.query}>
            {saved.name}
          </Link>
          <Button
            type="text"
            size="small"
            aria-label={t('list.saved.remove', { name: saved.name })}
            onClick={() => change(all.filter((one) => one.name !== saved.name))}
          >
            ×
          </Button>
        </span>
      ))}
      {isCut && name === undefined && <Button onClick={() => setName('')}>{t('list.save')}</Button>}
      {name !== undefined && (
        <Space.Compact>
          <Input
            autoFocus
            aria-label={t('list.saved.name')}
            placeholder={t('list.saved.name')}
            maxLength={20}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onPressEnter={save}
          />
          <Button type="primary" onClick={save}>
            {t('list.save')}
          </Button>
        </Space.Compact>
      )}
    </div>
  );
}
