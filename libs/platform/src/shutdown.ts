import type { Server } from 'node:http';
import { Logger, type INestApplication } from '@nestjs/common';

/** After this, connections still open (event streams, slow readers) are cut. */
const DRAIN_MS = 5_000;
/** After this the process ends whatever is still pending. */
const HARD_STOP_MS = 10_000;

/** SIGTERM or SIGINT: stop listening, let running requests end, close every module, exit 0; at the latest in 10 s. */
export function stopOnSignal(app: INestApplication): void {
  const logger = new Logger('Shutdown');
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    const server = app.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
    setTimeout(() => process.exit(1), HARD_STOP_MS).unref();
    server.closeIdleConnections();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error, msg: `${signal}: a module did not close` });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
