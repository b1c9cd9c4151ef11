import type { Step } from '@hsl/contracts/steps';
import { useTranslation } from 'react-i18next';
import { Countdown } from './countdown.js';

interface Props {
  /** In the reader's language; left out where the step says who. */
  who?: string | undefined;
  step: Step;
  dueAt: string;
}

/** One clock of a matter: who must do what, and how long they have. A time left alone says neither. */
export function WaitedFor({ who, step, dueAt }: Props) {
  const { t } = useTranslation();
  return (
    <p>
      <strong>{t('whistle.waiting')}</strong>
      <span>
        {who} {t(`step.${step}`)}
      </span>
      <Countdown dueAt={dueAt} />
    </p>
  );
}
