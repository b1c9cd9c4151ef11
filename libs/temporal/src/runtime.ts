import { Logger } from '@nestjs/common';
import { DefaultLogger, Runtime } from '@temporalio/worker';

let installed = false;

/** Sends what the Temporal runtime has to say into the service's own log; once per process. */
export function installRuntime(): void {
  if (installed) return;
  installed = true;
  const logger = new Logger('Temporal');
  Runtime.install({
    // The service stops its workers itself, in order; the runtime must not race it on a signal.
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      const line = { msg: message, ...meta };
      if (level === 'ERROR') logger.error(line);
      else logger.warn(line);
    }),
  });
}
