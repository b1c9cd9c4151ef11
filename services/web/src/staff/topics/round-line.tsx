import { useTranslation } from 'react-i18next';
import type { SolicitationRound } from './use-topics.js';

/** Whether topics are being asked for, and what became of the last call. */
export function RoundLine({ round }: { round: SolicitationRound }) {
  const { t } = useTranslation();
  const { state, title, opensOn: from, closesOn: to } = round;
  return (
    <p role="note" aria-label={t('topics.round')}>
      {t(`topics.round.${state}`, { title, from, to })}
    </p>
  );
}
