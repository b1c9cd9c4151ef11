import { ProblemError } from '@hsl/platform/problem.error';

/** How long a caller should wait before it tries again. */
const RETRY_AFTER_SECONDS = 5;
/** How deep a cause is followed. */
const MOST_CAUSES = 5;

/** Sockets; PostgreSQL's connection exceptions, shutdowns, starting up and too many connections; Prisma. */
const CODES =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08(?!P01)...|57P0[1-5]|53300|P1001|P1002|P1008|P1017|P2024)$/;
/** Errors of pg, pg-pool and PrismaPg that carry no code. */
const MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end|Can't reach database server|DatabaseNotReachable|ConnectionClosed|SocketTimeout/;

/** True if the error says that PostgreSQL cannot be reached, and nothing about the statement itself. */
export function isDatabaseDown(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > MOST_CAUSES) return false;
  const { code, message, cause, errors } = error as Record<string, unknown>;
  if (typeof code === 'string' && CODES.test(code)) return true;
  if (typeof message === 'string' && MESSAGES.test(message)) return true;
  // A host with several addresses fails once per address.
  if (Array.isArray(errors) && errors.some((inner) => isDatabaseDown(inner, depth + 1))) return true;
  return isDatabaseDown(cause, depth + 1);
}

/**
 * Runs a statement; a database that is down becomes the refusal that callers can act on (HTTP 503 with Retry-After).
 * @throws ProblemError databaseUnavailable; anything else passes as it is
 */
export async function orDatabaseUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    throw new ProblemError('databaseUnavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS, cause: error });
  }
}
