import { useTranslation } from 'react-i18next';
import { Countdown } from './countdown.js';

interface Props {
  /** In the reader's language; left out where the step says who. */
  who?: string | undefined;
  /** The step, in the reader's language. */
  what: string;
  dueAt: string;
}

/** One clock of a matter: who must do what, and how long they have. A time left alone says neither. */
export function WaitedFor({ who, what, dueAt }: Props) {
  const { t } = useTranslation();
  return (
    <p>
      <strong>{t('whistle.waiting')}</strong>
      <span>
        {who} {what}
      </span>
      <Countdown dueAt={dueAt} />
    </p>
  );
}
