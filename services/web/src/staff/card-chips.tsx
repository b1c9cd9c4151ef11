import { useTranslation } from 'react-i18next';
import './card-chips.css';

/** Formal cards, as upright rectangles with their word: the only filled red and yellow there is. */
export function CardChips({ cards }: { cards: { yellow: number; red: number } }) {
  const { t } = useTranslation();
  return (
    <>
      {cards.yellow > 0 && <span className="card-chip yellow">{t('card.yellow', { cards: cards.yellow })}</span>}
      {cards.red > 0 && <span className="card-chip red">{t('card.red', { cards: cards.red })}</span>}
    </>
  );
}
