/**
 * Bundles the compiled workflows of each queue into one file, which the worker of its owner loads by path, and notes
 * beside it which build it is (libs/temporal/src/worker-build.ts).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const compiled = new URL('../dist/bundles/', import.meta.url);
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

const IMPORTS = /^(?:import|export)\b[^;]*?\bfrom '([^']+)'/gm;
/**
 * Constants and pure functions. They are loaded once per worker, not once more with each workflow it keeps: they cannot
 * hold anything of one, being frozen.
 */
const SHARED = /^@hsl\/(contracts|domain)\//;

await mkdir(target, { recursive: true });
for (const file of (await readdir(compiled)).filter((name) => name.endsWith('.js'))) {
  const start = new URL(file, compiled);
  const preloadModules = [...(await sharedImports(start))].toSorted();
  const { code } = await bundleWorkflowCode({ workflowsPath: fileURLToPath(start), preloadModules, logger: quiet });
  const queue = file.replace(/\.js$/, '');
  const note = `${target}${queue}.build.json`;
  await writeFile(note, JSON.stringify(buildOf(code, note)));
  await writeFile(`${target}${queue}.cjs`, code);
}

/**
 * What a compiled module, and every module of ours it imports, takes from the shared packages.
 * @param {URL} module
 * @param {Set<string>} [seen]
 * @returns {Promise<Set<string>>}
 */
async function sharedImports(module, seen = new Set()) {
  if (seen.has(module.href)) return new Set();
  seen.add(module.href);
  const names = [...(await readFile(module, 'utf8')).matchAll(IMPORTS)].map(([, name = '']) => name);
  const shared = new Set(names.filter((name) => SHARED.test(name)));
  for (const name of names.filter((one) => one.startsWith('.'))) {
    for (const found of await sharedImports(new URL(name, module), seen)) shared.add(found);
  }
  return shared;
}
