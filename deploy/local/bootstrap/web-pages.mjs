import { join } from 'node:path';
import { fingerprint, unlessUnchanged } from './fingerprint.mjs';
import { CHECKOUT } from './paths.mjs';
import { showStep } from './progress.mjs';
import { runChild } from './run-child.mjs';

const WEB = join(CHECKOUT, 'services', 'web');
const BUILT = join(WEB, 'dist');

/** Builds the pages if anything that goes into them has changed. */
export async function buildWebPages() {
  const sources = [WEB, join(CHECKOUT, 'libs', 'contracts', 'src'), join(CHECKOUT, 'package-lock.json')];
  const current = fingerprint(sources, (path) => !path.startsWith(BUILT));
  await unlessUnchanged(join(CHECKOUT, '.local', 'web-pages.inputs'), current, () =>
    showStep('building pages', () => runChild(process.execPath, [join(WEB, 'scripts', 'build.mjs')], { cwd: WEB })),
  );
}
