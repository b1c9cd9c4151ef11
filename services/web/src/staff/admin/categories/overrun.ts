import { ApiProblem } from '../../../http/problem.js';

/** Somebody changed the row after it was shown; what was typed stays, beside the row as it is now. */
export const isOverrun = (error: Error | null): boolean => error instanceof ApiProblem && error.status === 412;
