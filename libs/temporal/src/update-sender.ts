import { setTimeout as sleep } from 'node:timers/promises';
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
  /**
   * Whether what refused knows less than the row that the step was judged by. Where a worker died between row and history
   * that is so until its successor has decided again (decision 0008); till then its refusal contradicts what the person
   * reads, and it is asked again.
   */
  isBehind?: (refused: Refusal) => boolean;
}

export interface Refusal {
  code: ProblemCode;
  /** Version that the process had reached; processes without one do not say. */
  version?: number;
}

/** Such a refusal as none that has heard of this version of the row can give. */
export const behind =
  ({ version: known }: { version: number }) =>
  ({ version }: Refusal): boolean =>
    version !== undefined && version < known;

/** The first pause before a process that is behind is asked again, each next one twice as long; and how long in all. */
const FIRST_PAUSE_MS = 100;
const CATCHING_UP_MS = 6_000;

/** Sends people's actions to running workflows and turns what comes back into answers or problem details. */
@Injectable()
export class UpdateSender {
  constructor(private readonly temporal: TemporalClient) {}

  /**
   * Sends an update and waits until it is done. Who is refused by a process that is behind its row waits some seconds
   * for it to catch up; what a validator refused is in no history, so the same id is asked with again.
   * @throws ProblemError the rules' refusal with its state (409), `notFound`, or `temporalUnavailable` (503)
   */
  async execute<Answer, Command>(
    workflowId: string,
    update: UpdateDefinition<Answer, [Command]>,
    command: Command,
    options: UpdateOptions,
  ): Promise<Answer> {
    const handle = this.temporal.workflow.getHandle(workflowId);
    const { updateId, isBehind, notFound, state } = options;
    const giveUpAt = Date.now() + CATCHING_UP_MS;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
      try {
        return await this.temporal.bounded(() => handle.executeUpdate(update, { args: [command], updateId }));
      } catch (error) {
        const refused = refusalOf(error);
        const mayCatchUp = refused !== undefined && isBehind?.(refused) === true && Date.now() + pauseMs < giveUpAt;
        if (!mayCatchUp) {
          const isGone = error instanceof WorkflowNotFoundError;
          throw problemOf(error, { notFound, state: isGone ? await nameOf(state) : undefined });
        }
      }
      await sleep(pauseMs);
    }
  }

  /**
   * The step is on record. A process that died in that very moment may have kept the workflow from hearing of it, so a
   * repeat of the request tells it again; whatever it answers, the record stands.
   * @throws ProblemError `temporalUnavailable`: it could not be told
   */
  async remind<Answer, Command>(
    workflowId: string,
    update: UpdateDefinition<Answer, [Command]>,
    command: Command,
    options: UpdateOptions,
  ): Promise<void> {
    try {
      await this.execute(workflowId, update, command, options);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code === 'temporalUnavailable') throw error;
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
  const refused = refusalOf(error);
  if (refused) return new ProblemError(refused.code, { state: refused.state, cause: error });
  if (error instanceof WorkflowNotFoundError) return new ProblemError(notFound, { state, cause: error });
  return orUnavailable(error);
}

const nameOf = async (state: UpdateOptions['state']): Promise<string | undefined> =>
  typeof state === 'function' ? state() : state;

const isProblemCode = (type: string | null | undefined): type is ProblemCode =>
  typeof type === 'string' && Object.hasOwn(PROBLEMS, type);

/** What the rules of the workflow answered, if it is they that ended the update. */
function refusalOf(error: unknown): (Refusal & { state?: string }) | undefined {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return undefined;
  const { type, details } = error.cause;
  const said = Array.isArray(details) ? (details[0] as { state?: string; version?: number } | undefined) : undefined;
  return isProblemCode(type) ? { code: type, state: said?.state, version: said?.version } : undefined;
}
