import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAlarmOn, keepAlarm } from '../alarm/alarm-choice.js';
import { menuFor } from '../shell/menu.js';
import { useMe } from '../sign-in/use-me.js';

/** The same choice as beside the queues and on the board, for whoever looks for it among the settings. */
export function SoundSwitch() {
  const me = useMe();
  // Emergencies are told on the board and in the queues: no sound without one of them.
  const isTold = me !== undefined && menuFor(me.posts).some(({ to }) => to === '/board' || to === '/triage');
  return isTold && <SoundSwitchOf userId={me.userId} />;
}

function SoundSwitchOf({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(() => isAlarmOn(userId));
  const change = (next: boolean): void => {
    keepAlarm(userId, next);
    setOn(next);
  };
  return (
    <section aria-labelledby="me-sound">
      <h2 id="me-sound">{t('alarm.sound')}</h2>
      <p>{t('me.sound.help')}</p>
      <label className="me-check">
        <input type="checkbox" checked={isOn} onChange={({ target }) => change(target.checked)} /> {t('me.sound.on')}
      </label>
    </section>
  );
}
