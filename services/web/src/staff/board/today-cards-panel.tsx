import type { Card } from '@hsl/contracts/schemas/department-tasks';
import type { Board } from '@hsl/contracts/schemas/insight';
import type { SuperviseOrder } from '@hsl/contracts/schemas/task-steps';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverTime } from '../../time/ticking.js';
import { clockOf } from '../calendar/week.js';
import { LoadState } from '../load-state.js';
import { useNameOf } from '../names/use-names.js';
import { useOrders } from '../orders/use-orders.js';
import { isWall } from '../wall.js';
import { cardsOfToday, type TodayCard } from './today-cards.js';
import '../card-chips.css';

/** As many as a wall shows without scrolling; the headline has the count. */
const WALL_ROWS = 4;

/** Who was warned today, and over which matter. */
export function TodayCardsPanel({ officeCards }: Pick<Board, 'officeCards'>) {
  const { t } = useTranslation();
  // Newest first: what is of today stands on the first page of either.
  const cards = useOrders<Card>('/api/cards', {});
  const orders = useOrders<SuperviseOrder>('/api/orders', {});
  const all = cardsOfToday({ cards: cards.rows, orders: orders.rows, officeCards }, serverTime());
  const shown = isWall() ? all.slice(0, WALL_ROWS) : all;
  return (
    <section>
      <h2>{t('board.cards')}</h2>
      <LoadState query={cards.query}>
        <LoadState query={orders.query}>
          {all.length === 0 && <p>{t('board.cards.none')}</p>}
          <ul className="today-cards">
            {shown.map((card) => (
              <Row key={`${card.kind} ${card.id}`} card={card} />
            ))}
          </ul>
        </LoadState>
      </LoadState>
      {!isWall() && <Link to="/orders">{t('board.cards.all')}</Link>}
    </section>
  );
}

function Row({ card: { kind, number, departmentId, step, issuedAt } }: { card: TodayCard }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <li>
      <span className={`card-chip ${kind}`}>{t(`board.card.${kind}`)}</span>
      <time dateTime={issuedAt}>{clockOf(Date.parse(issuedAt))}</time>
      {departmentId !== undefined && <span>{nameOf('department', departmentId)}</span>}
      <Link to="/whistles/$number" params={{ number }}>
        {number}
      </Link>
      <span className="why">{t(`step.${step}`)}</span>
    </li>
  );
}
