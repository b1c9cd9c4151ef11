import { describe, expect, it } from '@jest/globals';
import { jsonRows, modelColumns, queryRows, withDates } from './model-rows.js';

describe('rows of a model without Prisma', () => {
  it('names each column, under the name of its field', () => {
    expect(modelColumns({ id: 'id', followUpStartedAt: 'followUpStartedAt' }, 'w')).toBe(
      'w."id" AS "id", w."follow_up_started_at" AS "followUpStartedAt"',
    );
  });

  it('refuses an alias that is no identifier', () => {
    expect(() => modelColumns({ id: 'id' }, 'w; DROP')).toThrow(RangeError);
  });

  it('gives an empty array, not null, where a part has no rows', () => {
    expect(jsonRows('SELECT 1 AS n')).toBe("(SELECT coalesce(json_agg(part), '[]') FROM (SELECT 1 AS n) part)");
  });

  it('makes dates of instants and of days, and leaves what is absent', () => {
    const rows = [{ dueAt: '2026-03-01T08:00:00.123+00:00', doneAt: null, day: '2026-03-02' }];
    expect(withDates<{ dueAt: unknown; doneAt: unknown; day: unknown }>(rows, ['dueAt', 'doneAt', 'day'])).toEqual([
      { dueAt: new Date('2026-03-01T08:00:00.123Z'), doneAt: null, day: new Date('2026-03-02T00:00:00Z') },
    ]);
  });

  it('says that the database is away as every other statement does', async () => {
    const away = { query: () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })) };
    await expect(queryRows(away, 'SELECT 1', [])).rejects.toMatchObject({ code: 'databaseUnavailable' });
  });
});
