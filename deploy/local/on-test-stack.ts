import { startTestStack, type TestStack, type TestStackOptions } from './test-stack.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const SIGNALLED = 130;

/** Does the work on a stack of its own and stops that again, whatever happens. */
export async function onTestStack<T>(options: TestStackOptions, work: (stack: TestStack) => Promise<T>): Promise<T> {
  const stack = await startTestStack(options);
  const stop = (): void => void stack.stop().finally(() => process.exit(SIGNALLED));
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await work(stack);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    await stack.stop();
  }
}
