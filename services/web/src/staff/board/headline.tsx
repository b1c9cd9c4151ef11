import type { Board } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../sign-in/use-me.js';
import { isWall } from '../wall.js';
import { FigureLink } from './figure-link.js';
import { OwnApprovals } from './own-approvals.js';

/** The first line of the board; a wall hangs for everybody, and says nothing of what waits for one. */
export function Headline({ board }: { board: Board }) {
  const { t } = useTranslation();
  const givesWord = useHasRole('communityHead', 'liaisonOfficer', 'deputyLeader', 'groupLeader');
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
      {givesWord && !isWall() && <OwnApprovals />}
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
