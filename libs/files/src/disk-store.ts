import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ObjectStore } from './object-store.js';

const PART = /^[A-Za-z0-9_-]+$/;

/** A directory: written beside its place, flushed, then moved there in one step. */
export class DiskStore extends ObjectStore {
  private readonly root: string;

  constructor(dir: string) {
    super();
    this.root = resolve(dir);
  }

  async put(key: string, path: string): Promise<void> {
    const place = this.placeOf(key);
    const incoming = join(this.root, 'incoming', randomUUID());
    await mkdir(dirname(incoming), { recursive: true });
    await mkdir(dirname(place), { recursive: true });
    // Opened first: a file that is not there leaves no half-opened copy behind.
    const source = await open(path, 'r');
    try {
      await pipeline(source.createReadStream(), createWriteStream(incoming, { flush: true }));
      await rename(incoming, place);
    } finally {
      await rm(incoming, { force: true });
    }
  }

  async open(key: string): Promise<Readable> {
    const file = await open(this.placeOf(key), 'r');
    return file.createReadStream();
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true });
  }

  async check(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await access(this.root, constants.W_OK);
  }

  private placeOf(key: string): string {
    const parts = key.split('/');
    if (!parts.every((part) => PART.test(part))) throw new RangeError(`no key of a file: ${key}`);
    return join(this.root, ...parts);
  }
}
