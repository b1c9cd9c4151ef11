import { closeSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { boundLog, openLog, tailOfLog } from './log-file.js';

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hsl-log-'));
  path = join(dir, 'logs', 'whistles.log');
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a log', () => {
  it('goes on where it ended', () => {
    for (const line of ['first\n', 'second\n']) {
      const file = openLog(path);
      writeSync(file, line);
      closeSync(file);
    }
    expect(readFileSync(path, 'utf8')).toBe('first\nsecond\n');
  });

  it('is bounded while its writer keeps it open, and the part before is kept', () => {
    const file = openLog(path);
    const block = 'x'.repeat(1024 * 1024);
    for (let count = 0; count < 11; count += 1) writeSync(file, block);
    boundLog(path);
    writeSync(file, 'goes on');
    closeSync(file);
    expect(readFileSync(path, 'utf8')).toBe('goes on');
    expect(statSync(`${path}.1`).size).toBe(11 * 1024 * 1024);
  });

  it('shows its end, also of an endless line, and nothing if there is none', () => {
    expect(tailOfLog(path)).toBe('');
    closeSync(openLog(path));
    writeFileSync(path, `${'x'.repeat(100_000)}\none\ntwo\nthree\n`);
    expect(tailOfLog(path, 2)).toBe('two\nthree');
    expect(tailOfLog(path).length).toBeLessThan(5_000);
  });
});
