/**
 * Bundles the compiled workflows of each queue into one file, which the worker of its owner loads by path, and notes
 * beside it which build it is (libs/temporal/src/worker-build.ts).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const compiled = fileURLToPath(new URL('../dist/bundles/', import.meta.url));
const target = fileURLToPath(new URL('../dist/queues/', import.meta.url));
const quiet = { ...console, log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** An image that is built twice from one commit says the time of the commit: https://reproducible-builds.org */
const epoch = process.env['SOURCE_DATE_EPOCH'];
const now = (epoch ? new Date(Number(epoch) * 1_000) : new Date()).toISOString().replace(/\D/g, '').slice(0, 14);

/** The same code stays the same build, however often it is bundled here; code that comes back is the newest again. */
function buildOf(/** @type {string} */ code, /** @type {string} */ file) {
  // The source map at its end names this machine's folders; the code does not.
  const hash = createHash('sha256').update(code.split('\n//# sourceMappingURL=')[0]).digest('hex').slice(0, 8);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return before?.hash === hash && before.version === version ? before : { version, builtAt: now, hash };
}

await mkdir(target, { recursive: true });
for (const file of (await readdir(compiled)).filter((name) => name.endsWith('.js'))) {
  const queue = file.replace(/\.js$/, '');
  const { code } = await bundleWorkflowCode({ workflowsPath: `${compiled}${file}`, logger: quiet });
  const note = `${target}${queue}.build.json`;
  await writeFile(note, JSON.stringify(buildOf(code, note)));
  await writeFile(`${target}${queue}.cjs`, code);
}
