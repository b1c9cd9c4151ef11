import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import type { SolicitationRound } from './use-topics.js';

/** Whether topics are being asked for, and what became of the last call. */
export function RoundLine({ round }: { round: SolicitationRound }) {
  const { t } = useTranslation();
  const day = useDay();
  const { state, title, opensOn, closesOn } = round;
  return (
    <p role="note" aria-label={t('topics.round')}>
      {t(`topics.round.${state}`, { title, from: day(opensOn), to: day(closesOn) })}
    </p>
  );
}
