import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/**
 * A decision is recorded by one SQL statement of its owner. It is tried for ever, at growing intervals: a database that
 * is away delays a matter and never loses it. What no retry can cure ends the decision at once: the row is not where the
 * workflow left it (every owner's recorder lets `VersionConflict` of libs/database through as it is), or a failure that
 * says so itself.
 */
export const RECORDING: LocalActivityOptions = {
  startToCloseTimeout: '15 seconds',
  localRetryThreshold: '1 minute',
  retry: {
    initialInterval: '100 milliseconds',
    backoffCoefficient: 2,
    maximumInterval: '30 seconds',
    nonRetryableErrorTypes: ['VersionConflict'],
  },
};

/** An activity that looks at a page of things and asks other servers; it says that it lives between its steps. */
export const LOOKING: ActivityOptions = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
};
