import { Context } from '@temporalio/activity';

/**
 * Says that the activity lives, so that the server need not wait for its whole time when the worker is gone.
 * @throws Error outside an activity
 */
export const heartbeat = (): void => Context.current().heartbeat();
