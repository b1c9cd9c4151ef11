import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { CHECKOUT } from '../local/bootstrap/paths.mjs';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

describe('what a page loads before anything is to be seen', () => {
  it.each([
    ['resident', 120],
    ['staff', 450],
  ])('loads the %s entry with at most %i KB of compressed script', (entry, limit) => {
    const dist = join(CHECKOUT, 'services', 'web', 'dist');
    const chunks = JSON.parse(readFileSync(join(dist, `${entry}.manifest.json`), 'utf8')) as Record<string, Chunk>;
    const needed = new Set<string>();
    const need = (name: string): void => {
      if (needed.has(name)) return;
      needed.add(name);
      chunks[name]!.imports?.forEach(need);
    };
    Object.keys(chunks)
      .filter((name) => chunks[name]!.isEntry)
      .forEach(need);
    const sizes = [...needed].map((name) => gzipSync(readFileSync(join(dist, chunks[name]!.file))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1_024).toBeLessThanOrEqual(limit);
  });
});
