import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';
import { useAlarmSound } from './use-alarm-sound.js';
import { useEmergencies } from './use-emergencies.js';
import './alarm.css';

/**
 * Emergencies are said in words wherever this stands, and by a short sound for whoever has switched it on. Nothing
 * blinks or moves; the words stay until somebody has seen them.
 */
export function AlarmBar() {
  const me = useMe();
  // What somebody switched on is read once, when it is known who that is.
  return me && <AlarmOf userId={me.userId} />;
}

function AlarmOf({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const { isOn, isHeard, turn, ring } = useAlarmSound(userId);
  const { fresh, seen } = useEmergencies(ring);
  return (
    <div className="alarm">
      <div className="alarm-said" aria-live="assertive" aria-atomic>
        {fresh.length > 0 && (
          <p className="alarm-news">
            <strong>{t('alarm.news', { n: fresh.length })}</strong>
            {fresh.map(({ number, communityName, communityId }) => (
              <Link key={number} to="/whistles/$number" params={{ number }}>
                {communityName ?? communityId} {number}
              </Link>
            ))}
            <Button onClick={seen}>{t('alarm.seen')}</Button>
          </p>
        )}
      </div>
      <Button className="alarm-switch" aria-pressed={isOn} onClick={() => turn(!isOn)}>
        {t('alarm.sound')}
      </Button>
      {isOn && !isHeard && <small role="note">{t('alarm.touch')}</small>}
    </div>
  );
}
