import { SERVICE_NAMES } from '../../local/service-table.js';
import { startTestStack, type TestStack } from '../../local/test-stack.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const SIGNALLED = 130;

/** Does the work on a platform of its own, with the seed and nothing else, and stops it whatever happens. */
export async function onFreshPlatform<T>(
  write: (line: string) => void,
  work: (stack: TestStack) => Promise<T>,
): Promise<T> {
  write('• 启动一个全新的平台 …');
  const stack = await startTestStack({ services: SERVICE_NAMES });
  const stop = (): void => void stack.stop().finally(() => process.exit(SIGNALLED));
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await work(stack);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    await stack.stop();
  }
}
