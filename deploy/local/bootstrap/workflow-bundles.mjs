import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, unlessUnchanged } from './fingerprint.mjs';
import { CHECKOUT } from './paths.mjs';
import { showStep } from './progress.mjs';
import { runChild } from './run-child.mjs';

const WORKFLOWS = join(CHECKOUT, 'workflows');
const SCRIPT = join(WORKFLOWS, 'scripts', 'bundle.mjs');
const BUNDLES = join(WORKFLOWS, 'dist', 'queues');
const STAMP = join(BUNDLES, '.inputs');

/** Bundles the workflows of each queue if anything that goes into a bundle has changed. */
export async function bundleWorkflows() {
  if (!existsSync(SCRIPT) || !existsSync(join(WORKFLOWS, 'dist', 'bundles'))) return;
  const inputs = [
    join(WORKFLOWS, 'dist'),
    join(CHECKOUT, 'libs', 'contracts', 'dist'),
    join(CHECKOUT, 'libs', 'domain', 'dist'),
    join(CHECKOUT, 'package-lock.json'),
    join(WORKFLOWS, 'package.json'),
    SCRIPT,
  ];
  const current = fingerprint(inputs, (path) => /\.(m?js|json)$/.test(path) && !path.startsWith(BUNDLES));
  await unlessUnchanged(STAMP, current, () =>
    showStep('bundling workflows', () => runChild(process.execPath, [SCRIPT], { cwd: WORKFLOWS })),
  );
}
