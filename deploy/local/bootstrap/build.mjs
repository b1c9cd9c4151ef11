import { join } from 'node:path';
import { compile } from './compile.mjs';
import { waitForLock } from './file-lock.mjs';
import { installPackages } from './install.mjs';
import { STATE_DIR } from './paths.mjs';
import { generatePrismaClients } from './prisma-clients.mjs';
import { buildWebPages } from './web-pages.mjs';
import { bundleWorkflows } from './workflow-bundles.mjs';

const TIMEOUT_MS = 15 * 60_000;

/** Brings packages, generated code, compiled code, bundles and pages up to date; does nothing where nothing changed. */
export async function build() {
  const lock = await waitForLock(join(STATE_DIR, 'build.lock'), {
    timeoutMs: TIMEOUT_MS,
    onWait: ({ pid }) => process.stderr.write(`• waiting for process ${pid}, which is building this checkout …\n`),
  });
  try {
    await installPackages();
    await generatePrismaClients();
    await compile();
    await bundleWorkflows();
    await buildWebPages();
  } finally {
    lock.release();
  }
}
