import type { ServerName } from '../../local/addresses.js';
import { SERVICE_NAMES, type ServiceName } from '../../local/service-table.js';
import { onTestStack } from '../../local/on-test-stack.js';
import type { TestStack, TestStackOptions } from '../../local/test-stack.js';
import { say } from '../progress.js';

export interface BenchStackOptions {
  servers?: readonly ServerName[];
  services?: readonly ServiceName[];
  env?: NodeJS.ProcessEnv;
}

/** No limit of the edge is meant for a benchmark, and no token may run out in the middle of one. */
const WITHOUT_LIMITS = {
  RATE_LIMIT_PER_USER: '100000000',
  RATE_LIMIT_PER_ADDRESS: '100000000',
  ACCESS_TOKEN_SECONDS: '7200',
};

/** Runs the work on a platform of its own and stops that again, whatever happens. */
export async function onBenchStack<T>(options: BenchStackOptions, work: (stack: TestStack) => Promise<T>): Promise<T> {
  const { servers, services = SERVICE_NAMES, env = {} } = options;
  const began = performance.now();
  say(`starting ${[...(servers ?? ['postgres', 'temporal', 'kafka']), ...services].join(', ')}`);
  const stackOptions = {
    ...(servers ? { servers } : {}),
    services,
    env: { ...WITHOUT_LIMITS, ...env },
    onEvent: (event) => {
      if (event.kind !== 'started' || event.again) say(`${event.name}: ${event.kind}`);
    },
  } satisfies TestStackOptions;
  return onTestStack(stackOptions, (stack) => {
    say(`ready after ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    return work(stack);
  });
}
