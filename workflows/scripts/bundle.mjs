/** Bundles the compiled workflows of each queue into one file, which the worker of its owner loads by path. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const compiled = fileURLToPath(new URL('../dist/bundles/', import.meta.url));
const target = fileURLToPath(new URL('../dist/queues/', import.meta.url));
const quiet = { ...console, log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };

await mkdir(target, { recursive: true });
for (const file of (await readdir(compiled)).filter((name) => name.endsWith('.js'))) {
  const { code } = await bundleWorkflowCode({ workflowsPath: `${compiled}${file}`, logger: quiet });
  await writeFile(`${target}${file.replace(/\.js$/, '.cjs')}`, code);
}
