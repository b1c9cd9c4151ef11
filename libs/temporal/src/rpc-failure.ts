import { ServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';

/**
 * gRPC codes that say "not now": cancelled, unknown, deadline exceeded, resource exhausted, failed precondition, aborted,
 * unavailable. The ninth is the server's answer to an update whose workflow task has just failed, as it does when a
 * worker goes away in the middle of one.
 */
const PASSING_CODES = new Set([1, 2, 4, 8, 9, 10, 14]);

/** True for a failure of the connection or the server, which asking again may cure. */
export function isTemporalDown(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const code = rpcCodeOf(error);
  if (code !== undefined) return PASSING_CODES.has(code);
  const cause: unknown = error instanceof ServiceError ? error.cause : error;
  return cause instanceof Error && /failed to connect|channel|ECONNREFUSED|deadline/i.test(cause.message);
}

/** The gRPC code a call failed with, if the server or the connection gave one. */
export function rpcCodeOf(error: unknown): number | undefined {
  const cause: unknown = error instanceof ServiceError ? error.cause : error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'number' ? code : undefined;
}
