import type { Card } from '@hsl/contracts/schemas/department-tasks';
import type { SuperviseOrder } from '@hsl/contracts/schemas/task-steps';
import { describe, expect, it } from '@jest/globals';
import { cardsOfToday } from './today-cards.js';

/** 2026-11-23 23:30 in Asia/Shanghai, which is another day in UTC from midnight on. */
const NOW = Date.UTC(2026, 10, 23, 15, 30);
const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();
const card = (id: string, kind: Card['kind'], hours: number, more: Partial<Card> = {}): Card =>
  ({
    ...{ id, kind, number: `ZX-2026-00000${id}`, step: 'feedback', issuedAt: at(hours) },
    ...{ department: { id: 'ZX-CGJ', name: '城管局' }, ...more },
  }) as Card;
const order = (id: string, hours: number): SuperviseOrder =>
  ({
    id,
    number: 'ZX-2026-000009',
    departmentId: 'ZX-MZJ',
    step: 'acknowledge',
    issuedAt: at(hours),
  }) as SuperviseOrder;

describe('the cards of today', () => {
  it('are those of the day in Shanghai, orders first, then red, then yellow, the newest first', () => {
    const cards = [card('1', 'yellow', -1), card('2', 'yellow', -3), card('3', 'red', -5), card('4', 'red', -24)];
    expect(cardsOfToday({ cards, orders: [order('9', -20)], officeCards: [] }, NOW).map(({ id }) => id)).toEqual([
      '9',
      '3',
      '1',
      '2',
    ]);
    expect(cardsOfToday({ cards: [], orders: [order('9', -24)], officeCards: [] }, NOW)).toEqual([]);
  });

  it('leave out what was taken back, and name unit and step', () => {
    const taken = card('1', 'red', -1, { withdrawnAt: at(0) });
    expect(cardsOfToday({ cards: [taken, card('2', 'yellow', -1)], orders: [], officeCards: [] }, NOW)).toEqual([
      {
        ...{ id: '2', kind: 'yellow', number: 'ZX-2026-000002', departmentId: 'ZX-CGJ' },
        ...{ step: 'feedback', issuedAt: at(-1) },
      },
    ]);
  });

  it('are those of offices too, without a unit', () => {
    const officeCards = [{ number: 'ZX-2026-000007', step: 'dispatch', kind: 'red', issuedAt: at(-1) } as const];
    const [first] = cardsOfToday({ cards: [card('1', 'red', -2)], orders: [], officeCards }, NOW);
    expect(first).toMatchObject({ kind: 'red', number: 'ZX-2026-000007', step: 'dispatch' });
    expect(first).not.toHaveProperty('departmentId');
  });
});
