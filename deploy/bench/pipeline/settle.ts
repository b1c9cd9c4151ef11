import { setTimeout as sleep } from 'node:timers/promises';
import type { TestStack } from '../../local/test-stack.js';
import { cpuByProgram } from '../machine/cpu-by-program.js';

const LOOK_EVERY_MS = 500;
const TIMEOUT_MS = 6_000;
/** Of one core; a little above what the idle platform uses. */
const QUIET_PERCENT = 60;

/** How long a look takes, what counts as quiet then, and how long one waits for it. */
export interface Patience {
  lookEveryMs: number;
  /** Of one core. */
  quietPercent: number;
  timeoutMs: number;
}
const BETWEEN_ROUNDS: Patience = { lookEveryMs: LOOK_EVERY_MS, quietPercent: QUIET_PERCENT, timeoutMs: TIMEOUT_MS };

/** Waits until the platform has done what was left to do, such as telling events; not for ever. */
export async function settle(stack: TestStack, patience: Patience = BETWEEN_ROUNDS): Promise<void> {
  const { lookEveryMs, quietPercent, timeoutMs } = patience;
  const giveUpAt = performance.now() + timeoutMs;
  let before = cpuSecondsOf(stack);
  while (performance.now() < giveUpAt) {
    await sleep(lookEveryMs);
    const now = cpuSecondsOf(stack);
    if ((100 * (now - before)) / (lookEveryMs / 1_000) < quietPercent) return;
    before = now;
  }
}

function cpuSecondsOf(stack: TestStack): number {
  return Object.values(cpuByProgram(stack)).reduce((total, one) => total + one, 0);
}
