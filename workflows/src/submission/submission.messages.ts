import type { StageAt } from '@hsl/contracts/submissions';
import { defineQuery, defineSignal } from '@temporalio/workflow';

/** The clock of a submission's screening (S111). */
export interface SubmissionInput {
  submissionId: string;
  subdistrictId: string;
  communityId: string;
  /** When it says what, in order: computed once, when it came in. */
  stages: StageAt[];
  /** Of a clock whose process was lost: it has begun already, and goes on from what stands in its row. */
  resumed?: { version: number; stages: number };
}

/** How often it had to remind; 0 for what was screened in the first half of its time. */
export interface SubmissionScreened {
  stages: number;
}

export interface ScreeningView {
  /** As in the clock's row, with its version. */
  state: 'RUNNING' | 'ENDED';
  version: number;
  isOpen: boolean;
  /** How many stages have been said. */
  stages: number;
  next?: StageAt;
}

/** From the owner: somebody screened it, ended it, or took it back; nobody needs to be reminded. */
export const submissionScreenedSignal = defineSignal('submissionScreened');
export const screeningQuery = defineQuery<ScreeningView>('screening');
