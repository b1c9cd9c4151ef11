import { PROBLEMS, type ProblemCode } from '@hsl/contracts/problem-codes';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import {
  ApplicationFailure,
  WorkflowNotFoundError,
  type QueryDefinition,
  type UpdateDefinition,
} from '@temporalio/common';
import { TemporalClient } from './temporal-client.js';
import { orUnavailable } from './temporal-unavailable.js';

export interface UpdateOptions {
  /** The same id takes effect once, however often it is sent: the caller's idempotency key. */
  updateId: string;
  /** What to answer when no such workflow runs; it may have ended. */
  notFound?: ProblemCode;
  /** State to name in that answer; asked for only then, since the workflow may have ended after the row was read. */
  state?: string | (() => Promise<string>);
}

/** Sends people's actions to running workflows and turns what comes back into answers or problem details. */
@Injectable()
export class UpdateSender {
  constructor(private readonly temporal: TemporalClient) {}

  /**
   * Sends an update and waits until it is done.
   * @throws ProblemError the rules' refusal with its state (409), `notFound`, or `temporalUnavailable` (503)
   */
  async execute<Answer, Command>(
    workflowId: string,
    update: UpdateDefinition<Answer, [Command]>,
    command: Command,
    options: UpdateOptions,
  ): Promise<Answer> {
    const handle = this.temporal.workflow.getHandle(workflowId);
    const { updateId } = options;
    try {
      return await this.temporal.bounded(() => handle.executeUpdate(update, { args: [command], updateId }));
    } catch (error) {
      const { notFound, state } = options;
      throw problemOf(error, {
        notFound,
        state: error instanceof WorkflowNotFoundError ? await nameOf(state) : undefined,
      });
    }
  }

  /**
   * Asks a workflow, running or ended, where it is. A queue without worker does not answer, hence the time limit.
   * @throws ProblemError `notFound` for one that was never started, or `temporalUnavailable`
   */
  async query<Answer>(workflowId: string, query: QueryDefinition<Answer>, timeoutMs?: number): Promise<Answer> {
    const handle = this.temporal.workflow.getHandle(workflowId);
    try {
      return await this.temporal.bounded(() => handle.query(query), timeoutMs);
    } catch (error) {
      throw problemOf(error, { notFound: 'notFound' });
    }
  }
}

function problemOf(
  error: unknown,
  { notFound = 'wrongState', state }: { notFound?: ProblemCode; state?: string },
): unknown {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const { type, details } = error.cause;
    if (isProblemCode(type)) return new ProblemError(type, { state: stateOf(details), cause: error });
  }
  if (error instanceof WorkflowNotFoundError) return new ProblemError(notFound, { state, cause: error });
  return orUnavailable(error);
}

const nameOf = async (state: UpdateOptions['state']): Promise<string | undefined> =>
  typeof state === 'function' ? state() : state;

const isProblemCode = (type: string | null | undefined): type is ProblemCode =>
  typeof type === 'string' && Object.hasOwn(PROBLEMS, type);

const stateOf = (details: unknown): string | undefined =>
  Array.isArray(details) ? (details[0] as { state?: string } | undefined)?.state : undefined;
