import type { Board } from '@hsl/contracts/schemas/insight';
import type { Card } from '@hsl/contracts/schemas/department-tasks';
import type { SuperviseOrder } from '@hsl/contracts/schemas/task-steps';
import { dayOf } from '../calendar/week.js';

/** A card or an order of today, as a leader is told of it. */
export interface TodayCard {
  id: string;
  kind: Card['kind'] | 'order';
  number: string;
  /** Left out for a step of an office or of a community. */
  departmentId?: string;
  step: string;
  issuedAt: string;
}

/** The worst first, and among equals the newest. */
const WEIGHT: Readonly<Record<TodayCard['kind'], number>> = { order: 0, red: 1, yellow: 2 };

interface Issued {
  cards: readonly Card[];
  orders: readonly SuperviseOrder[];
  officeCards: Board['officeCards'];
}

/** Issued on this day in Asia/Shanghai and not taken back. */
export function cardsOfToday(
  { cards, orders, officeCards }: Issued,
  /** Milliseconds, UTC. */
  now: number,
): TodayCard[] {
  const today = dayOf(now);
  const all: TodayCard[] = [
    ...officeCards.map((card) => ({ ...card, id: `${card.number} ${card.step} ${card.issuedAt}` })),
    ...cards
      .filter(({ withdrawnAt }) => withdrawnAt === undefined)
      .map(({ department, ...card }) => ({ ...card, departmentId: department.id })),
    ...orders.map((order) => ({ ...order, kind: 'order' as const })),
  ];
  return all
    .filter(({ issuedAt }) => dayOf(Date.parse(issuedAt)) === today)
    .map(({ id, kind, number, departmentId, step, issuedAt }) => ({
      ...{ id, kind, number, step, issuedAt },
      ...(departmentId === undefined ? {} : { departmentId }),
    }))
    .toSorted((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind] || b.issuedAt.localeCompare(a.issuedAt));
}
