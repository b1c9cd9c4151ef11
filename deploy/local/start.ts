import { parseArgs } from 'node:util';
import { messageOf } from './bootstrap/error-facts.mjs';
import type { ProcessIdentity } from './bootstrap/process-identity.mjs';
import { startDetached } from './detached-start.js';
import { findRunningPlatform, stateDirectory, type PlatformFile } from './platform-file.js';
import { Platform } from './platform.js';
import { runStartSteps } from './start-steps.js';
import { welcome } from './welcome.js';

/** `npm start`: the whole platform on this machine, until Ctrl-C; with --detach in the background, until `npm run stop`. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { detach: { type: 'boolean', short: 'd', default: false } } });
  const stateDir = stateDirectory();
  const running = findRunningPlatform(stateDir);
  if (running) return reportRunning(running);
  if (values.detach) return startDetached(stateDir);
  const platform = await Platform.open(stateDir, process.env);
  if ('heldBy' in platform) return reportHeld(platform.heldBy);
  return run(platform);
}

async function run(platform: Platform): Promise<number> {
  const asked = stopOnSignal(platform);
  try {
    await runStartSteps(platform.stack);
    platform.markReady();
    const { accountsFile, addresses } = platform.stack;
    console.log(welcome({ gatewayUrl: addresses.services.gateway, accountsFile }, process.env));
    console.log(process.stdout.isTTY ? '\nCtrl-C stops it.' : '\nnpm run stop stops it.');
    await asked.signal;
  } catch (error) {
    await platform.stop();
    // The steps have shown what failed; a failure elsewhere has not been shown yet.
    if (!asked.isStopping()) console.error(`\nThe platform did not start: ${firstLine(error)}`);
    process.exit(asked.isStopping() ? 0 : 1);
  }
  await platform.stop();
  console.log('stopped');
  // Nothing of ours is left; whatever a library still holds must not keep the terminal.
  process.exit(0);
}

/** The first signal begins the stop, at any moment, also in the middle of the start; later ones change nothing. */
function stopOnSignal(platform: Platform): { signal: Promise<void>; isStopping: () => boolean } {
  let stopping = false;
  const signal = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (stopping) return;
        stopping = true;
        console.log('\nstopping …');
        void platform.stop().finally(resolve);
      });
    }
  });
  return { signal, isStopping: () => stopping };
}

function firstLine(error: unknown): string {
  return messageOf(error).split('\n', 1)[0] ?? '';
}

function reportRunning({ state, gatewayUrl, supervisor, accountsFile }: PlatformFile): number {
  if (state === 'ready')
    console.log(`It runs already (process ${supervisor.pid}).${welcome({ gatewayUrl, accountsFile }, process.env)}`);
  else console.log(`The platform of this checkout is ${state} (process ${supervisor.pid}): ${gatewayUrl}`);
  return 0;
}

function reportHeld({ pid }: ProcessIdentity): number {
  console.log(`The platform of this checkout is being started by process ${pid}.`);
  return 0;
}
