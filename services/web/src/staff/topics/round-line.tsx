import type { Role } from '@hsl/contracts/roles';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';
import { useRound } from './use-topics.js';

const READERS: readonly Role[] = [
  ...(['communityWorker', 'communityHead', 'member', 'liaisonOfficer', 'deputyLeader', 'groupLeader'] as const),
];

/** Whether topics are being asked for, and what became of the last call. */
export function RoundLine() {
  const mayRead = (useMe()?.posts ?? []).some(({ role }) => READERS.includes(role));
  return mayRead ? <Line /> : null;
}

function Line() {
  const { t } = useTranslation();
  const round = useRound().data;
  if (!round) return null;
  const { state, title, opensOn: from, closesOn: to } = round;
  return (
    <p role="note" aria-label={t('topics.round')}>
      {t(`topics.round.${state}`, { title, from, to })}
    </p>
  );
}
