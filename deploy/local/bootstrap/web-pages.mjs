import { join } from 'node:path';
import { fingerprint, unlessUnchanged } from './fingerprint.mjs';
import { CHECKOUT } from './paths.mjs';
import { showStep } from './progress.mjs';
import { runChild } from './run-child.mjs';

const WEB = join(CHECKOUT, 'services', 'web');
const BUILT = join(WEB, 'dist');
/** Goes with what was built: whoever removes it gets it built anew. */
const STAMP = join(BUILT, '.inputs');

/** Builds the pages if anything that goes into them has changed. */
export async function buildWebPages() {
  const libs = ['contracts', 'domain'].map((name) => join(CHECKOUT, 'libs', name, 'src'));
  const current = fingerprint([WEB, ...libs, join(CHECKOUT, 'package-lock.json')], (path) => !path.startsWith(BUILT));
  await unlessUnchanged(STAMP, current, () =>
    showStep('building pages', () => runChild(process.execPath, [join(WEB, 'scripts', 'build.mjs')], { cwd: WEB })),
  );
}
