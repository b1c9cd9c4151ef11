import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../edge/credentials.js';

/** With the time a credential is believed this stays below the minute in which rights must end. */
const CHECK_EVERY_MS = 30_000;

const logger = new Logger('StreamWatch');

/** A stream outlives the check at its beginning, so it is cut when the session or key behind it ends. */
export function endWhenRightsEnd(request: FastifyRequest, caller: Caller): void {
  const { socket } = request.raw;
  const timer = setInterval(() => {
    caller.stillStands().then(
      (stands) => {
        if (!stands) socket.destroy();
      },
      // A database that is down does not prove that the rights ended; the next check asks again.
      (error: unknown) => logger.warn(`could not check ${caller.name}: ${String(error)}`),
    );
  }, CHECK_EVERY_MS);
  timer.unref();
  socket.once('close', () => clearInterval(timer));
}
