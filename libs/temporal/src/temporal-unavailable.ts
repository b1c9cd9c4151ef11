import { ProblemError } from '@hsl/platform/problem.error';
import { isTemporalDown } from './rpc-failure.js';

const RETRY_AFTER_SECONDS = 5;

/** 503 `temporalUnavailable` for a failure that asking again may cure; any other error as it is. */
export const orUnavailable = (error: unknown): unknown =>
  isTemporalDown(error)
    ? new ProblemError('temporalUnavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS, cause: error })
    : error;
