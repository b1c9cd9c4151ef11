import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/**
 * A decision is recorded by one SQL statement of its owner. It is tried for ever, at growing intervals: a database that
 * is away delays a matter and never loses it. Errors that no retry can cure are thrown as non-retryable.
 */
export const RECORDING: LocalActivityOptions = {
  startToCloseTimeout: '15 seconds',
  localRetryThreshold: '1 minute',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};

/** An activity that looks at a page of things and asks other servers; it says that it lives between its steps. */
export const LOOKING: ActivityOptions = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
};
