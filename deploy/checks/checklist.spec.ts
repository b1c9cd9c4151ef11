import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inSection, matchTests, parseChecklist, printChecklist } from './checklist.js';
import { ROOT } from './root.js';
import { testTitles } from './test-titles.js';

const rows = parseChecklist(readFileSync(join(ROOT, 'docs', 'checklist.csv'), 'utf8'));
const at = (title: string) => ({ file: 'a.spec.ts', title });
const provedBy = (...titles: string[]) =>
  matchTests(rows, titles.map(at))
    .rows.filter(({ tests }) => tests.length > 0)
    .map(({ row }) => row.tag);

describe('the checklist', () => {
  it('has all 120 sentences, and every transition, limit, rung and unhappy path', () => {
    expect(rows.filter(inSection('1')).map((row) => row.tag)).toEqual(
      Array.from({ length: 120 }, (_, i) => `S${i + 1}`),
    );
    for (const section of ['4.2', '4.3', '4.4', '4.5'])
      expect(rows.filter(inSection(section)).length).toBeGreaterThan(6);
    // Ten cells of four grades in the domain, and the dispatch (decision 0027).
    expect(rows.filter(inSection('4.3'))).toHaveLength(44);
    expect(rows.every((row) => row.meaning.length > 0)).toBe(true);
  });

  it('a tag is found however its words are joined, and by the first words of one row', () => {
    expect(provedBy('[4.2 check-in] x')).toEqual(['4.2 checkIn']);
    expect(provedBy('[4.5 nobody accepts] x')).toEqual(['4.5 nobody accepts the whistle']);
    expect(provedBy('[4.5 dissatisfied, 1st time] x')).toEqual(['4.5 dissatisfied, 1st time']);
    expect(provedBy('[S1, S20] [S104] x')).toEqual(['S1', 'S20', 'S104']);
  });

  it('what names no row, or several, proves none and is listed', () => {
    const { unknown } = matchTests(rows, ['[4.5 dissatisfied] x', '[S121] x', '[4.4 rung 7] x', 'list[0] x'].map(at));
    expect(unknown.map(({ tag }) => tag)).toEqual(['4.5 dissatisfied', 'S121', '4.4 rung 7']);
    expect(provedBy('[S121] x', '[4.4 rung 7] x', '[S1x] y')).toEqual([]);
  });

  it('prints each row with its tests and the open rows after them', () => {
    const some = parseChecklist('tag,section,meaning\nS1,1.1,one\n"4.5 a, b",4.5,"two, with ""quotes"""\n');
    const text = printChecklist(matchTests(some, [at('[4.5 a, b] works')]));
    expect(text.split('\n')).toEqual([
      '4.5 a, b  two, with "quotes"',
      '            a.spec.ts: [4.5 a, b] works',
      '',
      'Without a test:',
      'S1        one',
      '',
      '1 of 2 rows have a test',
    ]);
  });

  it('refuses a tag that stands twice', () => {
    expect(() => parseChecklist('tag,section,meaning\nS1,1.1,one\nS1,1.1,again\n')).toThrow('S1 stands twice');
  });
});

describe('titles of a spec file', () => {
  it('are those of tests and groups, with the table that fills them', () => {
    const source = `
      // it('[S1] in a comment', () => {});
      describe('[S2] group', () => {
        it(\`[S3] \${name}\`, async () => { expect('[S4] in a body').toBe(1); });
        it.each([['[S5] row', 1], ['[S6] row', 2]])('%s', () => {});
        it.each([['[S7] only input']])('[S8] fixed', () => {});
        test.each\`a\${1}\`('[S9] tagged', () => {});
        it.only('[S10]', () => {});
      });`;
    expect(testTitles(source).join('|')).toBe('[S2] group|[S3] …|%s|[S5] row|[S6] row|[S8] fixed|[S9] tagged|[S10]');
  });

  it('that are skipped or only planned prove nothing', () => {
    const source = `it.skip('[S1]', () => {}); it.todo('[S2]'); describe.skip('[S3]', () => { it('[S4]', () => {}); });`;
    expect(testTitles(source)).toEqual([]);
  });
});
