import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { CardChips } from '../card-chips.js';
import { Countdown } from '../countdown.js';
import { MatterLink } from './matter-link.js';

/** A verb, a place, the time left. */
export function OwedRow({ matter, waitingFor }: { matter: LiveMatter; waitingFor: string }) {
  const { t } = useTranslation();
  const owed = matter.waitingFor.find(({ id }) => id === waitingFor);
  const dueAt = owed?.dueAt ?? matter.dueAt;
  return (
    <li>
      <MatterLink matter={matter} lead={owed && t(`step.${owed.step}`)} />
      <CardChips cards={matter.cards} />
      {dueAt !== undefined && <Countdown dueAt={dueAt} />}
    </li>
  );
}
