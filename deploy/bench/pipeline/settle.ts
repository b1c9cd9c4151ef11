import { setTimeout as sleep } from 'node:timers/promises';
import type { TestStack } from '../../local/test-stack.js';
import { cpuByProgram } from '../machine/cpu-by-program.js';

const LOOK_EVERY_MS = 500;
const TIMEOUT_MS = 6_000;
/** Of one core; a little above what the idle platform uses. */
const QUIET_PERCENT = 60;

/** Waits until the platform has done what was left to do, such as telling events; not for ever. */
export async function settle(stack: TestStack): Promise<void> {
  const giveUpAt = performance.now() + TIMEOUT_MS;
  let before = cpuSecondsOf(stack);
  while (performance.now() < giveUpAt) {
    await sleep(LOOK_EVERY_MS);
    const now = cpuSecondsOf(stack);
    if ((100 * (now - before)) / (LOOK_EVERY_MS / 1_000) < QUIET_PERCENT) return;
    before = now;
  }
}

function cpuSecondsOf(stack: TestStack): number {
  return Object.values(cpuByProgram(stack)).reduce((total, one) => total + one, 0);
}
