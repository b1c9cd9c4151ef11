import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';
import { areShortcutsOn, keepShortcuts } from './shortcuts.js';

/** Whoever speaks to the machine, or slips on the keyboard, switches single keys off. */
export function ShortcutsSwitch() {
  const { t } = useTranslation();
  const userId = useMe()?.userId ?? '';
  const [isOn, setOn] = useState(areShortcutsOn(userId));
  const change = (next: boolean): void => {
    keepShortcuts(userId, next);
    setOn(next);
  };
  return (
    <section aria-labelledby="me-shortcuts">
      <h2 id="me-shortcuts">{t('me.shortcuts')}</h2>
      <p>{t('me.shortcuts.help')}</p>
      <label className="me-check">
        <input type="checkbox" checked={isOn} onChange={({ target }) => change(target.checked)} />{' '}
        {t('me.shortcuts.on')}
      </label>
    </section>
  );
}
