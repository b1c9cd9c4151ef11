import { createHash, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ObjectStore } from '@hsl/files/object-store';
import { Injectable } from '@nestjs/common';
import { MOST_ATTEMPTS, type Finished } from './report-queue.repository.js';

/** A report of more is refused; its rows are limited long before. */
export const MOST_BYTES = 20 * 1_048_576;

/** Each attempt has a key of its own: a late one can never lie under the key of the one that counts. */
const keyOf = (subdistrictId: string, id: string, attempt: number): string =>
  `insight/${subdistrictId}/report-${id}-${attempt}`;

/** Where finished reports lie. */
@Injectable()
export class ReportFiles {
  constructor(private readonly store: ObjectStore) {}

  async keep(
    { id, subdistrict_id, attempts }: { id: string; subdistrict_id: string; attempts: number },
    bytes: Buffer,
    mediaType: string,
  ): Promise<NonNullable<Finished['file']>> {
    const key = keyOf(subdistrict_id, id, attempts);
    const path = join(tmpdir(), `hsl-report-${randomUUID()}`);
    try {
      await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
      await this.store.put(key, path, { bytes: bytes.length, mediaType });
    } finally {
      await rm(path, { force: true });
    }
    return { key, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  open(key: string): Promise<Readable> {
    return this.store.open(key);
  }

  /** Whatever any attempt left. */
  async removeAll(subdistrictId: string, id: string): Promise<void> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      await this.store.remove(keyOf(subdistrictId, id, attempt));
    }
  }
}
