import { describe, expect, it } from '@jest/globals';
import { beyond } from './list-position.js';

describe('what comes after a position in a list', () => {
  const id = '00000000-0000-4000-8000-000000000001';
  const at = new Date('2026-11-27T08:00:00Z');

  it('is everything where the list begins', () => expect(beyond('blownAt', undefined)).toEqual({}));

  it('begins at the instant, and goes on by the id where two share one', () => {
    expect(beyond('blownAt', { blownAt: at.toISOString(), id })).toEqual({
      blownAt: { lte: at },
      OR: [{ blownAt: { lt: at } }, { blownAt: at, id: { lt: id } }],
    });
    expect(beyond('dueAt', { dueAt: at, id }, 'asc')).toEqual({
      dueAt: { gte: at },
      OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: id } }],
    });
  });
});
