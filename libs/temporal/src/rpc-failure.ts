import { ServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';

/** gRPC codes that say "not now": cancelled, unknown, deadline exceeded, resource exhausted, aborted, unavailable. */
const PASSING_CODES = new Set([1, 2, 4, 8, 10, 14]);

/** True for a failure of the connection or the server, which asking again may cure. */
export function isTemporalDown(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const cause: unknown = error instanceof ServiceError ? error.cause : error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  if (typeof code === 'number') return PASSING_CODES.has(code);
  return cause instanceof Error && /failed to connect|channel|ECONNREFUSED|deadline/i.test(cause.message);
}
