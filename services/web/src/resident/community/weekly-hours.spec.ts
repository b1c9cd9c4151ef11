import { describe, expect, it } from '@jest/globals';
import { weeklyHours } from './weekly-hours.js';

const on = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

describe('opening hours', () => {
  it('put days with the same hours together, and the hours of a day in their order', () => {
    const workdays = [1, 2, 3].flatMap((day) => [on(day, '14:00', '17:30'), on(day, '08:30', '12:00')]);
    expect(weeklyHours([...workdays, on(6, '09:00', '12:00')])).toEqual([
      { from: 1, to: 3, hours: '08:30–12:00 14:00–17:30' },
      { from: 6, to: 6, hours: '09:00–12:00' },
    ]);
  });

  it('part days that are not neighbours', () => {
    expect(weeklyHours([on(1, '09:00', '12:00'), on(3, '09:00', '12:00')])).toHaveLength(2);
    expect(weeklyHours([])).toEqual([]);
  });
});
