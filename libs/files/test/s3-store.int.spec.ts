import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import S3rver from 's3rver';
import { readFileEnv } from '../src/file-env.js';
import { S3Store } from '../src/s3-store.js';

const BUCKET = 'hsl-files';

describe('a bucket of files, on an S3-compatible server', () => {
  let dir: string;
  let server: S3rver;
  let store: S3Store;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'hsl-spec-'));
    server = new S3rver({
      ...{ address: '127.0.0.1', port: 0, silent: true, directory: join(dir, 'server') },
      configureBuckets: [{ name: BUCKET, configs: [] }],
    });
    const { port } = await new Promise<AddressInfo>((resolve, reject) => {
      server.run((error, address) => (error ? reject(error) : resolve(address)));
    });
    Object.assign(process.env, {
      FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      ...{ FILES_S3_ACCESS_KEY: 'S3RVER', FILES_S3_SECRET_KEY: 'S3RVER' },
    });
    store = new S3Store(readFileEnv(), BUCKET);
  });
  afterAll(async () => {
    await server.close();
    await rm(dir, { recursive: true });
  });

  async function put(key: string, content: Buffer): Promise<void> {
    const path = join(dir, 'upload');
    await writeFile(path, content);
    await store.put(key, path, { bytes: content.length, mediaType: 'image/jpeg' });
  }

  it('gives back what was put there, is overwritten whole, and forgets', async () => {
    await store.check();
    for (const content of [Buffer.alloc(3_000_000, 0xfe), Buffer.from('second')]) {
      await put('topics/zx/one', content);
      expect((await buffer(await store.open('topics/zx/one'))).equals(content)).toBe(true);
    }
    await store.remove('topics/zx/one');
    await store.remove('topics/zx/one');
    await expect(store.open('topics/zx/one')).rejects.toThrow();
  });

  it('is down when there is no such bucket', async () => {
    await expect(new S3Store(readFileEnv(), 'no-such-bucket').check()).rejects.toThrow();
  });
});
