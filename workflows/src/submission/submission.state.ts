import type { Instant } from '@hsl/contracts/instants';
import type { StageAt } from '@hsl/contracts/submissions';
import type { ScreeningDecision, ScreeningFact } from './submission.activities.js';
import type { ScreeningView, SubmissionInput } from './submission.messages.js';

/** Where the clock is: how often its owner has recorded it, and how many stages it has said. */
export interface ScreeningStatus {
  input: SubmissionInput;
  version: number;
  stages: number;
  isOpen: boolean;
}

export const beginning = (input: SubmissionInput): ScreeningStatus => ({
  ...{ input, version: 0, stages: 0, isOpen: true },
  ...input.resumed,
});

/** What is said next unless somebody screens it before; undefined once all was said. */
export const nextStage = ({ input, stages, isOpen }: ScreeningStatus): StageAt | undefined =>
  isOpen ? input.stages[stages] : undefined;

/** Where a fact leads, once its owner has recorded it. */
export const after = (status: ScreeningStatus, fact: ScreeningFact): ScreeningStatus => ({
  ...status,
  version: status.version + 1,
  stages: status.stages + (fact.type === 'stage' ? 1 : 0),
  isOpen: fact.type !== 'ended',
});

export function decisionOf(status: ScreeningStatus, fact: ScreeningFact, at: Instant): ScreeningDecision {
  const { submissionId, subdistrictId, communityId, stages } = status.input;
  const next = after(status, fact);
  const dueAt = stages.find(({ stage }) => stage === 'overdue')?.at ?? at;
  return {
    ...{ submissionId, subdistrictId, communityId, version: next.version, at, dueAt, fact },
    after: { isRunning: next.isOpen, stages: next.stages, nextAt: nextStage(next)?.at },
  };
}

export const screeningView = (status: ScreeningStatus): ScreeningView => ({
  ...{
    state: status.isOpen ? 'RUNNING' : 'ENDED',
    version: status.version,
    isOpen: status.isOpen,
    stages: status.stages,
    next: nextStage(status),
  },
});
