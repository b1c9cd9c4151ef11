import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './paths.mjs';
import { showStep } from './progress.mjs';
import { runChild } from './run-child.mjs';

const COMPILED = join(CHECKOUT, 'deploy', 'dist', 'local', 'start.js');

/** Compiles what has changed; the compiler itself knows what that is. */
export async function compile() {
  const tsc = () => runChild(join(CHECKOUT, 'node_modules', '.bin', 'tsc'), ['-b'], { cwd: CHECKOUT });
  // The first time takes long enough to say so.
  if (existsSync(COMPILED)) await tsc();
  else await showStep('compiling', tsc);
}
