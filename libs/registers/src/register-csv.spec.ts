import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { csvOf } from './register-csv.js';
import type { EntryView } from './register-entry.js';

const schema = z.object({ title: z.string().meta({ title: '标题' }), units: z.array(z.string()), version: z.int() });

async function* entries(...facts: Record<string, unknown>[]): AsyncGenerator<EntryView> {
  for (const one of facts) yield one as EntryView;
}

describe('a register as a table', () => {
  it('is headed by the titles of its fields, for a spreadsheet to open', async () => {
    const table = await csvOf(schema, entries({ title: '车位, 两处', units: ['A', 'B'], version: 3 }));
    expect(table).toBe('﻿标题,units\n"车位, 两处","[""A"",""B""]"\n');
  });

  it('runs nothing in the spreadsheet', async () => {
    const table = await csvOf(schema, entries({ title: '=HYPERLINK("x")' }, { title: '+1' }, { title: '@x' }));
    const cells = table
      .split('\n')
      .slice(1, 4)
      .map((line) => line.replace(/^"/, '').charAt(0));
    expect(cells).toEqual(["'", "'", "'"]);
  });

  it('is a head without entries', async () => {
    expect(await csvOf(schema, entries())).toBe('﻿标题,units\n');
  });
});
