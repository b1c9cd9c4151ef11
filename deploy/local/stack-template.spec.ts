import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StackTemplate, TEMPLATES_VARIABLE } from './stack-template.js';

describe('the prepared state of a kind of stack', () => {
  let folder: string;
  const before = process.env[TEMPLATES_VARIABLE];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hsl-template-'));
    mkdirSync(join(folder, 'templates'));
    process.env[TEMPLATES_VARIABLE] = join(folder, 'templates');
  });
  afterEach(() => {
    if (before === undefined) delete process.env[TEMPLATES_VARIABLE];
    else process.env[TEMPLATES_VARIABLE] = before;
    rmSync(folder, { recursive: true, force: true });
  });

  /** The folder of a stack that has prepared its databases. */
  function prepared(name: string, text: string): string {
    const dir = join(folder, name);
    mkdirSync(join(dir, 'postgres', 'data'), { recursive: true });
    mkdirSync(join(dir, 'kafka'));
    writeFileSync(join(dir, 'postgres', 'data', 'PG_VERSION'), text);
    writeFileSync(join(dir, 'accounts.json'), '[]');
    return dir;
  }

  it('is copied to the next of its kind, databases and accounts and nothing else', async () => {
    await StackTemplate.of('one')!.keep(prepared('first', '18'));
    const next = join(folder, 'next');
    mkdirSync(next);
    expect([StackTemplate.of('one')!.isThere, StackTemplate.of('other')!.isThere]).toEqual([true, false]);
    await StackTemplate.of('one')!.copyTo(next);
    expect(readdirSync(next).toSorted()).toEqual(['accounts.json', 'postgres']);
    expect(readFileSync(join(next, 'postgres', 'data', 'PG_VERSION'), 'utf8')).toBe('18');
  });

  it('is the first of two that were made at once, and whole', async () => {
    const [first, second] = [StackTemplate.of('one')!, StackTemplate.of('one')!];
    await first.keep(prepared('first', 'first'));
    await second.keep(prepared('second', 'second'));
    const next = join(folder, 'next');
    mkdirSync(next);
    await second.copyTo(next);
    expect(readFileSync(join(next, 'postgres', 'data', 'PG_VERSION'), 'utf8')).toBe('first');
    expect(readdirSync(join(folder, 'templates'))).toHaveLength(1);
  });

  it('does not exist outside of a run of all tests', () => {
    delete process.env[TEMPLATES_VARIABLE];
    expect(StackTemplate.of('one')).toBeUndefined();
    expect(existsSync(join(folder, 'templates'))).toBe(true);
  });
});
