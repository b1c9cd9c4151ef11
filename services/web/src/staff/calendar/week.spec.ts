import { describe, expect, it } from '@jest/globals';
import { cellsOf, clockOf, isDay, weekOf } from './week.js';

describe('a week of the calendar', () => {
  it('goes from Monday to Sunday in Shanghai, whichever of its days is named', () => {
    const week = weekOf('2026-11-29');
    expect(week.days).toEqual([
      ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'],
    ]);
    expect(week).toMatchObject({ from: '2026-11-22T16:00:00.000Z', to: '2026-11-29T16:00:00.000Z' });
    expect(week).toMatchObject({ before: '2026-11-16', after: '2026-11-30' });
    expect(weekOf('2026-11-23')).toEqual(week);
    expect(clockOf(Date.parse('2026-11-27T01:30:00Z'))).toBe('09:30');
  });

  it('is of a day that exists', () => {
    expect(['2026-11-27', '2026-02-30', '27.11.2026', undefined, '2026-13-01'].map(isDay)).toEqual([
      ...[true, false, false, false, false],
    ]);
  });

  it('shows of a room what is taken on which day, and where there is still room', () => {
    const span = (from: string, to: string) => ({ from, to });
    const cells = cellsOf(
      {
        // Over midnight of the place: 23:00 to 01:00.
        taken: [span('2026-11-24T15:00:00Z', '2026-11-24T17:00:00Z')],
        free: [span('2026-11-25T00:30:00Z', '2026-11-25T13:00:00Z')],
      },
      weekOf('2026-11-27'),
    );
    expect(cells.map(({ taken, isFree }) => [taken.length, isFree])).toEqual([
      ...[
        [0, false],
        [1, false],
        [1, true],
        [0, false],
        [0, false],
        [0, false],
        [0, false],
      ],
    ]);
  });
});
