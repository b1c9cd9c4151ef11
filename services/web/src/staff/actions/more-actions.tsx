import { Button, Dropdown } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listed } from './sort-actions.js';

interface Props {
  actions: readonly Listed[];
  onOpen: (name: string) => void;
}

/** What is done here less often: a menu for mouse, thumb and keyboard (arrows, Enter, Escape). */
export function MoreActions({ actions, onOpen }: Props) {
  const { t } = useTranslation();
  const opener = useRef<HTMLButtonElement>(null);
  const take = (name: string): void => {
    // The entry is gone when the sheet closes: the focus comes back to the button that showed it.
    opener.current?.focus();
    onOpen(name);
  };
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        items: actions.map(({ name }) => ({ key: name, label: t(`do.${name}`) })),
        onClick: ({ key }) => take(key),
      }}
    >
      <Button ref={opener} size="large" aria-haspopup="menu">
        {t('action.more')}
      </Button>
    </Dropdown>
  );
}
