import { describe, expect, it } from '@jest/globals';
import type { DeadLetter } from './dead-letter-entry.js';
import { listReport, showReport } from './dlq-report.js';

const letter = (n: number, over: Partial<DeadLetter> = {}): DeadLetter => ({
  id: `hsl.insight/hsl.whistles/0/${n}`,
  group: 'hsl.insight',
  topic: 'hsl.whistles',
  deadLetterTopic: 'hsl.whistles.hsl.insight.dlq',
  type: 'whistle.blown.v1',
  eventId: 'e-1',
  subdistrictId: 'zx',
  error: 'Error: no',
  stack: 'Error: no\n    at here',
  attempts: 6,
  firstFailedAt: '2026-03-01T00:00:00.000Z',
  key: null,
  value: Buffer.from('{}'),
  headers: {},
  ...over,
});

describe('what is printed of dead letters', () => {
  it('is one line each, within the limit, and how many more there are', () => {
    const report = listReport([letter(1), letter(2), letter(3)], 2);
    expect(report.split('\n')).toEqual([
      'hsl.insight/hsl.whistles/0/1  2026-03-01T00:00:00.000Z  whistle.blown.v1  6 attempts  Error: no',
      expect.stringContaining('/0/2'),
      '… and 1 more (--limit)',
      '',
    ]);
  });

  it('keeps a long error and a large value within bounds', () => {
    expect(listReport([letter(1, { error: `${'x'.repeat(500)}\nmore` })], 1).split('\n')[0]?.length).toBeLessThan(250);
    expect(showReport(letter(1, { value: Buffer.from('x'.repeat(1_000_000)) })).length).toBeLessThan(21_000);
  });
});
