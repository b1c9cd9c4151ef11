import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from './bootstrap/error-facts.mjs';

const PROBE_TIMEOUT_MS = 3_000;
const LOOK_EVERY_MS = 200;

interface Readiness {
  dependencies?: Record<string, { status: string }>;
}

/** @returns undefined if the service takes requests, else its own words on why not */
export async function probeService(url: string): Promise<string | undefined> {
  try {
    const answer = await askReadiness(url);
    return answer.ok ? undefined : `${answer.status} ${(await answer.text()).slice(0, 300)}`;
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * Waits until a service has everything it works with. It takes requests before, because it can do without Kafka and
 * Temporal for a while; but a platform that says it is ready should be whole.
 * @throws Error naming what is still down
 */
export async function waitUntilWhole(service: string, url: string, timeoutMs: number): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    const down = await findDown(url);
    if (down.length === 0) return;
    if (Date.now() > giveUpAt) throw new Error(`${service} still waits for ${down.join(', ')}`);
    await sleep(LOOK_EVERY_MS);
  }
}

async function findDown(url: string): Promise<string[]> {
  try {
    const { dependencies = {} } = (await (await askReadiness(url)).json()) as Readiness;
    return Object.keys(dependencies).filter((name) => dependencies[name]?.status !== 'up');
  } catch (error) {
    return [messageOf(error)];
  }
}

async function askReadiness(url: string): Promise<Response> {
  return fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
}
