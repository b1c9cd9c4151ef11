import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { InvalidInputError } from './invalid-input.error.js';
import { decodeCursor, encodeCursor, pageOf, pageQuerySchema } from './page.js';

const keySchema = z.object({ at: z.string(), id: z.string() });

describe('pages', () => {
  it('a cursor carries the key of the last row', () => {
    const key = { at: '2026-01-01', id: '楼' };
    expect(decodeCursor(encodeCursor(key), keySchema)).toEqual(key);
    expect(decodeCursor(undefined, keySchema)).toBeUndefined();
  });

  it.each(['', 'abc', '%%', encodeCursor({ id: 1 }), encodeCursor(null)])('refuses the made-up cursor %s', (cursor) => {
    expect(() => decodeCursor(cursor, keySchema)).toThrow(InvalidInputError);
  });

  it('the last page has no cursor, the others that of their last row', () => {
    const idOf = (row: { id: number }): number => row.id;
    const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];
    expect(pageOf(rows, 3, idOf)).toEqual({ items: rows });
    expect(pageOf(rows, 2, idOf)).toEqual({ items: rows.slice(0, 2), nextCursor: encodeCursor(2) });
    expect(pageOf([], 2, idOf)).toEqual({ items: [] });
  });

  it('shows 20 rows unless asked otherwise, 100 at most, and knows no other filter', () => {
    expect(pageQuerySchema.parse({})).toEqual({ limit: 20 });
    expect(pageQuerySchema.parse({ limit: '100' }).limit).toBe(100);
    expect(pageQuerySchema.safeParse({ limit: '101' }).success).toBe(false);
    expect(pageQuerySchema.safeParse({ sort: 'x' }).success).toBe(false);
  });
});
