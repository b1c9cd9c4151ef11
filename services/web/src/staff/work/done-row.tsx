import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { CardChips } from '../card-chips.js';
import { MatterLink } from './matter-link.js';

/** How it ended, a place, and when. */
export function DoneRow({ matter }: { matter: LiveMatter }) {
  const { t, i18n } = useTranslation();
  const { outcome, state, endedAt, cards } = matter;
  const at = endedAt && instantText(Date.parse(endedAt), Date.now(), i18n.language);
  return (
    <li>
      <MatterLink matter={matter} lead={outcome ? t(`outcome.${outcome}`) : t(`state.${state}`)} />
      <CardChips cards={cards} />
      {at !== undefined && <time dateTime={endedAt}>{t('work.endedAt', { at })}</time>}
    </li>
  );
}
