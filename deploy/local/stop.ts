import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, signalProcess } from './bootstrap/process-identity.mjs';
import { findRunningPlatform, stateDirectory } from './platform-file.js';

const STOPPED_WITHIN_MS = 25_000;

/**
 * `npm run stop`: stops the platform of this checkout, wherever it was started.
 * @public called by bootstrap/command.mjs
 */
export async function main(): Promise<number> {
  const platform = findRunningPlatform(stateDirectory());
  if (!platform) {
    console.log('nothing runs');
    return 0;
  }
  signalProcess(platform.supervisor, 'SIGTERM');
  const giveUpAt = Date.now() + STOPPED_WITHIN_MS;
  while (isRunning(platform.supervisor)) {
    if (Date.now() > giveUpAt) {
      console.error(`process ${platform.supervisor.pid} does not stop`);
      return 1;
    }
    await sleep(100);
  }
  console.log('stopped');
  return 0;
}
