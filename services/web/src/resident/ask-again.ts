import { ApiProblem } from '../http/problem.js';

/** Asked again so often while answers come. */
const ASK_AGAIN_MS = 60_000;
const FIRST_RETRY_MS = 5_000;

/**
 * When a question is asked again; sooner if it was not answered: a line that is cut, a server that is down, and a router
 * that a hall of phones shares are over soon, and nobody should have to press a button for it. A refusal is an answer.
 * @param failures in a row, this one included; 0 after an answer
 * @returns milliseconds; no later than after an answer
 */
export function askAgainMs(error: unknown, failures: number): number {
  if (failures === 0 || (error instanceof ApiProblem && error.isRefusal)) return ASK_AGAIN_MS;
  const asked = error instanceof ApiProblem ? error.retryAfterMs : undefined;
  return Math.min(ASK_AGAIN_MS, asked ?? FIRST_RETRY_MS * 2 ** (failures - 1));
}
