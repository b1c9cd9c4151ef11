import { useTranslation } from 'react-i18next';
import { instantText } from '../time/instant-text.js';
import { timeLeft } from '../time/time-left.js';
import { useTicking } from '../time/ticking.js';

interface Props {
  dueAt: string;
  /** The instant is said beside it. */
  isBare?: boolean;
}

/** Time left, and the instant beside it; always ink, the warning is the card and its word. */
export function Countdown({ dueAt, isBare = false }: Props) {
  const { t, i18n } = useTranslation();
  const now = useTicking();
  const due = Date.parse(dueAt);
  const { key, slots } = timeLeft(due, now);
  return (
    <time dateTime={dueAt} className="countdown">
      <strong>{t(key, slots)}</strong>{' '}
      {!isBare && <span>{t('time.before', { at: instantText(due, now, i18n.language) })}</span>}
    </time>
  );
}
