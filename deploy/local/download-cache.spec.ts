import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cached, isCached } from './download-cache.js';

let dir: string;
let before: string | undefined;

beforeEach(() => {
  before = process.env['HSL_CACHE_DIR'];
  dir = mkdtempSync(join(tmpdir(), 'hsl-cache-'));
  process.env['HSL_CACHE_DIR'] = join(dir, 'cache');
});

afterEach(() => {
  if (before === undefined) delete process.env['HSL_CACHE_DIR'];
  else process.env['HSL_CACHE_DIR'] = before;
  rmSync(dir, { recursive: true, force: true });
});

describe('the cache of downloads', () => {
  it('fetches once, also for two clones that start at the same moment', async () => {
    let fetched = 0;
    const fetch = async (into: string): Promise<void> => {
      fetched += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      writeFileSync(join(into, 'server'), 'binary');
    };
    const [one, other] = await Promise.all([cached('kafka', '4.3.1', fetch), cached('kafka', '4.3.1', fetch)]);
    expect(one).toBe(other);
    expect(fetched).toBe(1);
    expect(readFileSync(join(one, 'server'), 'utf8')).toBe('binary');
  });

  it('keeps another version beside the first', async () => {
    const nothing = async (): Promise<void> => undefined;
    expect(await cached('kafka', '4.3.1', nothing)).not.toBe(await cached('kafka', '4.4.0', nothing));
  });

  it('holds nothing half fetched, and says who can help', async () => {
    const fail = async (into: string): Promise<void> => {
      writeFileSync(join(into, 'half'), '');
      throw new Error('connection lost');
    };
    await expect(cached('kafka', '4.3.1', fail)).rejects.toThrow(
      /fetching kafka failed.*npm run doctor.*connection lost/,
    );
    expect(isCached('kafka', '4.3.1')).toBe(false);
    const mended = await cached('kafka', '4.3.1', async (into) => writeFileSync(join(into, 'whole'), ''));
    expect(readdirSync(mended)).toEqual(['whole']);
    expect(existsSync(`${mended}.lock`)).toBe(false);
  });
});
