import { describe, expect, it } from '@jest/globals';
import { yearBefore, yearUntil } from './year-span.js';

const shanghai = (text: string): number => new Date(`${text}+08:00`).getTime();

describe('a year and the year before', () => {
  it('are whole when the year is over', () => {
    const { isComplete, ...span } = yearUntil(2024, shanghai('2025-01-01T00:00'));
    expect([isComplete, span]).toEqual([
      true,
      { from: shanghai('2024-01-01T00:00'), to: shanghai('2025-01-01T00:00') },
    ]);
    expect(yearBefore(2024, span, isComplete)).toEqual({
      ...{ from: shanghai('2023-01-01T00:00'), to: shanghai('2024-01-01T00:00') },
    });
  });

  it('are cut after as many days while it runs, and never reach into the year itself', () => {
    const running = yearUntil(2026, shanghai('2026-03-02T12:00'));
    expect(running.isComplete).toBe(false);
    expect(yearBefore(2026, running, false).to).toBe(shanghai('2025-03-02T12:00'));
    const lastDay = yearUntil(2024, shanghai('2024-12-31T12:00'));
    expect(yearBefore(2024, lastDay, false).to).toBe(shanghai('2024-01-01T00:00'));
  });

  it('to come is empty', () => {
    const { from, to } = yearUntil(2030, shanghai('2026-03-02T12:00'));
    expect(to).toBe(from);
  });
});
