import { describe, expect, it } from '@jest/globals';
import { Counts, type Count } from './counts.js';
import { departmentFigures, figuresOf } from './figures.js';

/** 2026-11-23 23:30 in Asia/Shanghai, which is another day in UTC. */
const LATE_EVENING = Date.UTC(2026, 10, 23, 15, 30);
const counts: Count[] = [
  { figure: 'open', place: 'ZX01', key: 'BLOWN', n: 2 },
  { figure: 'open', place: 'ZX02', key: 'BLOWN', n: 3 },
  { figure: 'open', place: 'ZX02', key: 'COORDINATING', n: 4 },
  { figure: 'openTasks', place: 'ZX-CGJ', key: '', n: 4 },
  { figure: 'carded', place: '', key: 'yellowCard', n: 5 },
  { figure: 'carded', place: 'ZX-CGJ', key: 'yellowCard', n: 1 },
  { figure: 'cards', place: 'ZX-CGJ', key: 'yellowCard', n: 2 },
];

describe('figures of the board', () => {
  const figures = figuresOf(new Counts(counts), LATE_EVENING);

  it('sum the counts and name the list of exactly those', () => {
    expect(figures.open).toEqual({ n: 9, query: 'open=true' });
    expect(figures.byState[0]).toEqual({ state: 'BLOWN', n: 5, query: 'state=BLOWN' });
    expect(figures.unowned).toEqual({ n: 0, query: 'open=true&waitingFor=nobody' });
  });

  it('show every open state, also those without a case', () => {
    expect(figures.byState.map(({ state }) => state)).toEqual(expect.arrayContaining(['NEEDS_INFO', 'CARRIED_OVER']));
    expect(figures.byState.map(({ state }) => state)).not.toContain('LOOKING_BACK');
  });

  it('count the cards of today by the day in Shanghai', () => {
    expect(figures.cards.yellow.today).toEqual({ n: 0, cards: 0, query: 'card=yellow&cardOn=2026-11-23' });
    expect(figures.cards.yellow.total).toEqual({ n: 5, cards: 0, query: 'card=yellow' });
  });

  it('tell of a department how many matters have its cards, and how many cards', () => {
    expect(departmentFigures(new Counts(counts), 'ZX-CGJ')).toMatchObject({
      open: { n: 4, query: 'open=true&waitingFor=ZX-CGJ' },
      yellow: { n: 1, cards: 2, query: 'card=yellow&department=ZX-CGJ' },
    });
  });
});
