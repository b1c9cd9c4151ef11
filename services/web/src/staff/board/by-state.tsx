import type { Board } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { FigureLink } from './figure-link.js';

/** Bars from zero, the number at the mark: no legend to match. */
export function ByState({ byState }: Pick<Board, 'byState'>) {
  const { t } = useTranslation();
  const most = Math.max(1, ...byState.map(({ n }) => n));
  return (
    <section>
      <h2>{t('board.byState')}</h2>
      <ul className="bars">
        {byState.map((figure) => (
          <li key={figure.state}>
            <span>{t(`state.${figure.state}`)}</span>
            <span className="bar" style={{ inlineSize: `${(figure.n / most) * 100}%` }} aria-hidden="true" />
            <FigureLink figure={figure} label={t(`state.${figure.state}`)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
