import type { Board } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { FigureLink } from './figure-link.js';

/** The first line of the board. */
export function Headline({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { yellow, red } = board.cards;
  const figures = [
    ['board.open', board.open, board.open.n],
    ['board.overdue', board.overdue, board.overdue.n],
    ['board.unowned', board.unowned, board.unowned.n],
    ['board.lookBacks', board.lookBacksDue, board.lookBacksDue.n],
    ['board.yellowToday', yellow.today, yellow.today.cards],
    ['board.redToday', red.today, red.today.cards],
  ] as const;
  return (
    <dl className="headline">
      {figures.map(([words, figure, value]) => (
        <div key={words}>
          <dt>{t(words)}</dt>
          <dd>
            <FigureLink figure={figure} value={value} label={t(words)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
