import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fingerprint, unlessUnchanged } from './fingerprint.mjs';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hsl-fingerprint-'));
  mkdirSync(join(dir, 'src'));
  writeFileSync(join(dir, 'src', 'a.js'), 'one');
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a fingerprint', () => {
  it('stays as long as no file changes, appears or goes', () => {
    const before = fingerprint([dir]);
    expect(fingerprint([dir])).toBe(before);
    writeFileSync(join(dir, 'src', 'b.js'), 'two');
    const withAnother = fingerprint([dir]);
    expect(withAnother).not.toBe(before);
    writeFileSync(join(dir, 'src', 'b.js'), 'three');
    expect(fingerprint([dir])).not.toBe(withAnother);
    rmSync(join(dir, 'src', 'b.js'));
    expect(fingerprint([dir])).toBe(before);
  });

  it('looks only at the files that are wanted', () => {
    const before = fingerprint([dir], (path) => path.endsWith('.js'));
    writeFileSync(join(dir, 'src', 'a.js.map'), '{}');
    expect(fingerprint([dir], (path) => path.endsWith('.js'))).toBe(before);
  });
});

describe('work that depends on files', () => {
  it('is done once for each state of them', async () => {
    const stamp = join(dir, 'made', '.stamp');
    let done = 0;
    const work = (): void => void (done += 1);
    expect(await unlessUnchanged(stamp, 'a', work)).toBe(true);
    expect(await unlessUnchanged(stamp, 'a', work)).toBe(false);
    expect(await unlessUnchanged(stamp, 'b', work)).toBe(true);
    expect(done).toBe(2);
  });

  it('is done again when it failed', async () => {
    const stamp = join(dir, '.stamp');
    const fail = (): never => {
      throw new Error('no room');
    };
    await expect(unlessUnchanged(stamp, 'a', fail)).rejects.toThrow('no room');
    expect(await unlessUnchanged(stamp, 'a', () => undefined)).toBe(true);
  });
});
