import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';

/** A verb, a place, the time left. */
export function OwedRow({ matter, waitingFor }: { matter: LiveMatter; waitingFor: string }) {
  const { t } = useTranslation();
  const owed = matter.waitingFor.find(({ id }) => id === waitingFor);
  const dueAt = owed?.dueAt ?? matter.dueAt;
  return (
    <li>
      <Link to="/whistles/$number" params={{ number: matter.number }}>
        <strong>{owed && t(`step.${owed.step}`)}</strong> {matter.number}
        <span>{matter.communityName ?? matter.communityId}</span>
        <span>{t(`grade.${matter.grade}`)}</span>
      </Link>
      {dueAt !== undefined && <Countdown dueAt={dueAt} />}
    </li>
  );
}
