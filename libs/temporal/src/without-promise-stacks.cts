import threads = require('node:worker_threads');

/**
 * Required before the program (`node --require`), and so by each thread it starts as well: those that run workflows note
 * no stack for each promise any more (decision 0029). CommonJS, since a thread does not wait for modules it imports first.
 */
if (!threads.isMainThread) {
  // oxlint-disable-next-line typescript/no-require-imports -- as above
  const { globalHandlers } = require('@temporalio/worker/lib/workflow/vm-shared') as Record<string, object>;
  Object.defineProperty(globalHandlers, 'setPromiseHook', { value: () => undefined });
}
