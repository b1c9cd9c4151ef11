import { setTimeout as sleep } from 'node:timers/promises';
import { startDetached } from './detached-start.js';
import { findRunningPlatform, stateDirectory, type PlatformFile } from './platform-file.js';

const READY_WITHIN_MS = 5 * 60_000;

/**
 * The platform of this checkout: the one that runs, or one started now in the background, which stays until
 * `npm run stop`. Its progress goes to standard error; standard output belongs to the caller.
 * @throws Error if it does not become ready
 */
export async function ensurePlatform(): Promise<PlatformFile> {
  const stateDir = stateDirectory();
  if (!findRunningPlatform(stateDir)) {
    const exitCode = await startDetached(stateDir, (text) => process.stderr.write(text));
    if (exitCode !== 0) throw new Error('the platform did not start');
  }
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const platform = findRunningPlatform(stateDir);
    if (platform?.state === 'ready') return platform;
    if (Date.now() > giveUpAt) throw new Error(`the platform is not ready (${platform?.state ?? 'it does not run'})`);
    await sleep(200);
  }
}
