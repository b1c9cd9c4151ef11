import { DefaultLogger, Runtime } from '@temporalio/worker';

let isInstalled = false;

/** Errors only; once per test file, however many stages it opens. */
export function installQuietRuntime(): void {
  if (isInstalled) return;
  isInstalled = true;
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
}
