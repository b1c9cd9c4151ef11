import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiskStore } from './disk-store.js';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hsl-spec-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('the directory of files', () => {
  it('gives back what was put there, is overwritten whole, and forgets', async () => {
    const store = new DiskStore(join(dir, 'files'));
    await store.check();
    for (const content of ['first', 'second']) {
      await writeFile(join(dir, 'upload'), content);
      await store.put('topics/zx/one', join(dir, 'upload'));
      expect(await text(await store.open('topics/zx/one'))).toBe(content);
    }
    expect(await readdir(join(dir, 'files', 'incoming'))).toEqual([]);
    await store.remove('topics/zx/one');
    await store.remove('topics/zx/one');
    await expect(store.open('topics/zx/one')).rejects.toThrow('ENOENT');
  });

  it('leaves nothing behind when there is nothing to put', async () => {
    const store = new DiskStore(join(dir, 'files'));
    await expect(store.put('topics/zx/two', join(dir, 'missing'))).rejects.toThrow('ENOENT');
    expect(await readdir(join(dir, 'files', 'incoming'))).toEqual([]);
    await expect(store.open('topics/zx/two')).rejects.toThrow('ENOENT');
  });

  it('takes no key that leads out of it', async () => {
    const store = new DiskStore(join(dir, 'files'));
    await expect(store.open('topics/../../upload')).rejects.toThrow(RangeError);
    await expect(store.remove('topics//x')).rejects.toThrow(RangeError);
  });
});
