import type { Readable } from 'node:stream';

/** Where the bytes of files lie. A key is `<service>/<subdistrict>/<file id>`. */
export abstract class ObjectStore {
  /** All of it or nothing is seen under the key; the same again is the same. */
  abstract put(key: string, path: string, about: { bytes: number; mediaType: string }): Promise<void>;

  /** @throws Error if nothing is there */
  abstract open(key: string): Promise<Readable>;

  /** Also if nothing is there. */
  abstract remove(key: string): Promise<void>;

  /** @throws Error if it cannot be reached */
  abstract check(): Promise<void>;
}
