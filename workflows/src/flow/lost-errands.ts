import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import {
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

/**
 * Processes of one matter that somebody has terminated. The matter goes on and waits: the reconciliation begins them again
 * where that loses nothing, and reports them where it would.
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
   * @throws the failure itself, of a process that failed by its own fault, or of a run that began before this was the rule
   */
  async resultOf(workflowId: string, failure: unknown): Promise<unknown> {
    const isLost = failure instanceof ChildWorkflowFailure && failure.cause instanceof TerminatedFailure;
    if (!isLost || !patched('the-lost-are-waited-for')) throw failure;
    // An earlier round under this id may have been given up.
    this.unwanted.delete(workflowId);
    await condition(() => this.results.has(workflowId) || this.unwanted.has(workflowId));
    const result = this.results.get(workflowId);
    // A later round runs under the same id.
    this.results.delete(workflowId);
    return result;
  }
}
