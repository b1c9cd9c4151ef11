import type { ScreeningStage } from '@hsl/contracts/submissions';

export type ScreeningFact = { type: 'started' } | { type: 'stage'; stage: ScreeningStage } | { type: 'ended' };

export interface ScreeningDecision {
  submissionId: string;
  subdistrictId: string;
  communityId: string;
  /** The version of the clock's row that this makes; 1 creates it. */
  version: number;
  at: number;
  dueAt: number;
  fact: ScreeningFact;
  after: { isRunning: boolean; stages: number; nextAt?: number };
}

/** Local activities of the submissions' owner. */
export interface SubmissionActivities {
  /**
   * Clock, timeline and outbox in one statement; a second call with the same version changes nothing. A stage is not
   * recorded for what was screened meanwhile, whether or not this process has been told.
   * @returns whether the submission still waits for its screening
   */
  recordScreeningDecision(decision: ScreeningDecision): Promise<{ isOpen: boolean }>;
}
