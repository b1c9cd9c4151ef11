import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, signalProcess } from './bootstrap/process-identity.mjs';
import { findPlatformFile } from './platform-file.js';

const GONE_WITHIN_MS = 10_000;

/**
 * Ends what a platform left running that was itself killed. Only processes it noted as its own, and only if they are
 * still the same processes.
 * @returns their names
 */
export async function endLeftovers(stateDir: string): Promise<string[]> {
  const noted = Object.entries(findPlatformFile(stateDir)?.processes ?? {});
  const left = noted.filter(([, identity]) => signalProcess(identity, 'SIGKILL'));
  const giveUpAt = Date.now() + GONE_WITHIN_MS;
  while (left.some(([, identity]) => isRunning(identity))) {
    if (Date.now() > giveUpAt) throw new Error(`left over and does not end: ${left.map(([name]) => name).join(', ')}`);
    await sleep(50);
  }
  return left.map(([name]) => name);
}
