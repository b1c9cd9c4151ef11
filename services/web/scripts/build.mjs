import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build } from 'vite';

/**
 * Builds the two entries apart, so that residents load no piece of the portal by being in one file with it; then beside
 * each file its compressed copies: a phone on a slow line loads a quarter of the bytes.
 */
const ENTRIES = { staff: 'index.html', resident: 'resident.html' };
const SMALL_BYTES = 1_024;
const TEXT = /\.(js|css|html|svg)$/;
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

await rm(dist, { recursive: true, force: true });
for (const [name, page] of Object.entries(ENTRIES)) {
  const rollupOptions = { input: join(root, page) };
  await build({
    root,
    logLevel: 'warn',
    build: { emptyOutDir: false, manifest: `${name}.manifest.json`, rollupOptions },
  });
}
const files = await readdir(dist, { recursive: true });
for (const file of files.filter((name) => TEXT.test(name))) {
  const path = join(dist, file);
  const content = await readFile(path);
  if (content.length < SMALL_BYTES) continue;
  await writeFile(`${path}.gz`, await promisify(gzip)(content));
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
}
