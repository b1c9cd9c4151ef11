import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkDeadlines } from './check-deadlines.js';

describe('check:deadlines', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'hsl-deadlines-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(...texts: string[]): { code: number; printed: string[] } {
    const files = texts.map((_, index) => join(folder, `${index}.json`));
    texts.forEach((text, index) => writeFileSync(files[index]!, text));
    const printed: string[] = [];
    return { code: checkDeadlines(files, (line) => printed.push(line)), printed };
  }

  const days = (...flags: boolean[]) =>
    JSON.stringify({ days: flags.map((workingDay) => ({ date: '2021-10-09', workingDay })) });

  it('without a file checks the fixtures of the project', () => {
    expect(run()).toEqual({ code: 0, printed: ['341 passed, 0 failed'] });
  });

  it('adds up several files and ends with the count', () => {
    expect(run(days(true), days(true, true))).toEqual({ code: 0, printed: ['3 passed, 0 failed'] });
  });

  it('prints each mismatch and fails', () => {
    expect(run(days(true, false))).toEqual({
      code: 1,
      printed: [
        'FAIL days[1]\n  expected 2021-10-09 workingDay=false\n  got      2021-10-09 workingDay=true',
        '1 passed, 1 failed',
      ],
    });
  });

  it.each([
    ['nonsense', 'is not valid JSON'],
    ['{"days":[{"date":"2021-10-09","workingDay":"yes"}]}', 'days[0].workingDay is not true or false'],
    ['{"title":"empty"}', 'no entry in any of cases, between, days, refusals, ladders'],
    ['[]', 'no entry'],
    ['null', 'no JSON object'],
  ])('a file that holds %s is refused in words', (text, message) => {
    const { code, printed } = run(text);
    expect(code).toBe(2);
    expect(printed).toEqual([expect.stringContaining(message)]);
    expect(printed[0]).toMatch(/^cannot check .*0\.json: /);
  });

  it('a file that is not there is refused in words', () => {
    const printed: string[] = [];
    expect(checkDeadlines([join(folder, 'nowhere.json')], (line) => printed.push(line))).toBe(2);
    expect(printed).toEqual([expect.stringContaining('no such file')]);
  });
});
