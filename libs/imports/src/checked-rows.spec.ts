import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { checkedRows } from './checked-rows.js';
import type { ImportDefinition } from './import-definition.js';

interface Line {
  code: string;
  kind: 'a' | 'b';
  size?: number;
}

const DEFINITION: ImportDefinition<Line> = {
  columns: {
    code: { titles: ['代码', 'code'], schema: z.string().max(5), example: 'X' },
    kind: { titles: ['类别'], schema: z.enum(['a', 'b']), example: 'a' },
    size: { titles: ['大小'], schema: z.string().regex(/^\d+$/).transform(Number).optional(), example: '3' },
  },
  keyOf: ({ code }) => code,
  ability: 'department.manage',
  write: () => Promise.resolve({ added: 0, changed: 0 }),
};
const table = (header: string[], ...rows: string[][]) => ({
  header,
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
});

describe('the rows of a table', () => {
  it('are read by the titles of their columns, in any order and language, optional ones may be missing', () => {
    const { rows, faults } = checkedRows(table(['类别', 'CODE'], ['a', 'X1'], ['b', 'X2']), DEFINITION);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { line: 2, row: { code: 'X1', kind: 'a' } },
      { line: 3, row: { code: 'X2', kind: 'b' } },
    ]);
  });

  it('name every bad cell with line, column and what stood there, and a key that came before', () => {
    const read = checkedRows(
      table(['代码', '类别', '大小'], ['X1', 'a', '3'], ['', 'c', '约三'], ['X1', 'b'], ['很长很长的代码', 'a', '']),
      DEFINITION,
    );
    expect(read.rows.map(({ line }) => line)).toEqual([2]);
    expect(read.faults).toEqual([
      { line: 3, column: '代码', code: 'required' },
      { line: 3, column: '类别', code: 'notAllowed', value: 'c' },
      { line: 3, column: '大小', code: 'invalid', value: '约三' },
      { line: 4, code: 'duplicate', value: 'X1' },
      { line: 5, column: '代码', code: 'invalid', value: '很长很长的代码' },
    ]);
  });

  it('are not read where columns are missing or unknown', () => {
    expect(() => checkedRows(table(['代码', '电话'], ['X1', '1']), DEFINITION)).toThrow(
      expect.objectContaining({
        code: 'columnsMissing',
        errors: [
          expect.objectContaining({ field: '类别', code: 'required' }),
          expect.objectContaining({ field: '电话', code: 'unknownField' }),
        ],
      }),
    );
  });
});
