import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import {
  ApplicationFailure,
  ChildWorkflowFailure,
  condition,
  defineSignal,
  getExternalWorkflowHandle,
  patched,
  TerminatedFailure,
  workflowInfo,
} from '@temporalio/workflow';
import { unlessEnded } from './unless-ended.js';

/** What a process that was begun again came to: it has no parent that would hear of it. */
export interface ErrandEnded {
  workflowId: string;
  result: unknown;
}

/** To the matter. */
export const errandEndedSignal = defineSignal<[ErrandEnded]>('errandEnded');

/** Of a process that the reconciliation began again after it was lost. */
export const tellMatter = (whistleId: string, result: unknown): Promise<void> =>
  unlessEnded(() =>
    getExternalWorkflowHandle(whistleWorkflowId(whistleId)).signal(errandEndedSignal, {
      workflowId: workflowInfo().workflowId,
      result,
    }),
  );

/** How a process ends that a matter waits for all the same, and the patch under which it does. */
export interface Losing {
  patch: string;
  causes: readonly (abstract new (...args: never[]) => Error)[];
}

export const TERMINATED: Losing = { patch: 'the-lost-are-waited-for', causes: [TerminatedFailure] };

/** Also one that failed by its own fault: what it is begun again with is its row, and no history that it failed in. */
export const TERMINATED_OR_FAILED: Losing = {
  patch: 'lost-sessions-are-waited-for',
  causes: [TerminatedFailure, ApplicationFailure],
};

/**
 * Processes of one matter that are lost, most of them because somebody has terminated them. The matter goes on and
 * waits: the reconciliation begins them again where that loses nothing, and reports them where it would.
 */
export class LostErrands {
  private readonly results = new Map<string, unknown>();
  private readonly unwanted = new Set<string>();

  hear({ workflowId, result }: ErrandEnded): void {
    this.results.set(workflowId, result);
  }

  /** Nobody has begun it again, and now it is no longer wanted. */
  giveUp(workflowId: string): void {
    this.unwanted.add(workflowId);
  }

  /**
   * @returns what the process that was begun again came to; undefined once it was given up
   * @throws the failure itself, of a process that is not lost but over, or of a run that began before this was the rule
   */
  async resultOf(workflowId: string, failure: unknown, { causes, patch }: Losing): Promise<unknown> {
    const isLost = failure instanceof ChildWorkflowFailure && causes.some((cause) => failure.cause instanceof cause);
    if (!isLost || !patched(patch)) throw failure;
    // An earlier round under this id may have been given up.
    this.unwanted.delete(workflowId);
    await condition(() => this.results.has(workflowId) || this.unwanted.has(workflowId));
    const result = this.results.get(workflowId);
    // A later round runs under the same id.
    this.results.delete(workflowId);
    return result;
  }
}
