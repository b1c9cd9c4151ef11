import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { CardChips } from '../card-chips.js';
import { Countdown } from '../countdown.js';
import { useMatterCells } from '../whistles/use-matter-cells.js';
import { MatterLink } from './matter-link.js';

/** Whom it waits for, a place, since when and how long they have. */
export function OthersRow({ matter }: { matter: LiveMatter }) {
  const { t } = useTranslation();
  const { waitingFor: who, since } = useMatterCells()(matter);
  return (
    <li>
      <MatterLink matter={matter} lead={who === '' ? undefined : t('tasks.waitsFor', { who })} />
      <CardChips cards={matter.cards} />
      {since !== '' && <span>{t('time.since', { at: since })}</span>}
      {matter.dueAt !== undefined && <Countdown dueAt={matter.dueAt} />}
    </li>
  );
}
