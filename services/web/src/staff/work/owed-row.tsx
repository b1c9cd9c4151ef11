import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CardChips } from '../card-chips.js';
import { Countdown } from '../countdown.js';
import { useCategoryName } from '../names/use-names.js';

/** A verb, a place, the time left. */
export function OwedRow({ matter, waitingFor }: { matter: LiveMatter; waitingFor: string }) {
  const { t } = useTranslation();
  const categoryName = useCategoryName();
  const owed = matter.waitingFor.find(({ id }) => id === waitingFor);
  const dueAt = owed?.dueAt ?? matter.dueAt;
  return (
    <li>
      <Link to="/whistles/$number" params={{ number: matter.number }}>
        <strong>{owed && t(`step.${owed.step}`)}</strong> {matter.number}
        <span>{matter.communityName ?? matter.communityId}</span>
        <span>{categoryName(matter.categoryCode)}</span>
        <span>{t(`grade.${matter.grade}`)}</span>
      </Link>
      <CardChips cards={matter.cards} />
      {dueAt !== undefined && <Countdown dueAt={dueAt} />}
    </li>
  );
}
