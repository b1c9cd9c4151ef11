import { describe, expect, it } from '@jest/globals';
import { ladderOrder, rungLines, type ShownClock } from './ladder-lines.js';

const rungs = [
  { kind: 'reminder', at: '2026-11-26T03:00:00Z', fired: true },
  { kind: 'yellowCard', at: '2026-11-27T10:00:00Z', fired: false },
  { kind: 'redCard', at: '2026-11-28T10:00:00Z', fired: false },
] as const;
const clock: ShownClock = {
  ...{ step: 'feedback', startedAt: '2026-11-24T01:00:00Z', dueAt: '2026-11-28T10:00:00Z', paused: false, rungs },
};
const marks = (shown: ShownClock) => rungLines(shown).map(({ mark }) => mark);

describe('the ladder of a step', () => {
  it('tells the rungs that fired, the one that comes next, and the rest', () => {
    expect(marks(clock)).toEqual(['fired', 'next', 'ahead']);
  });

  it('is called off by the deed; what fired stays', () => {
    expect(marks({ ...clock, doneAt: '2026-11-27T01:00:00Z' })).toEqual(['fired', 'off', 'off']);
  });

  it('stands by the time left, what is done after what is owed, clocks that climb none nowhere', () => {
    const at = (dueAt: string, doneAt?: string): ShownClock => ({ ...clock, dueAt, doneAt });
    const clocks = [at('3', '1'), at('2'), at('1'), { ...clock, rungs: undefined }, at('3', '2')];
    expect(ladderOrder(clocks).map(({ dueAt, doneAt }) => [dueAt, doneAt])).toEqual([
      ...[
        ['1', undefined],
        ['2', undefined],
        ['3', '2'],
        ['3', '1'],
      ],
    ]);
  });
});
