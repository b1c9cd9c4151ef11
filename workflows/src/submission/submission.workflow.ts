import { proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import type { ScreeningFact, SubmissionActivities } from './submission.activities.js';
import {
  screeningQuery,
  submissionScreenedSignal,
  type SubmissionInput,
  type SubmissionScreened,
} from './submission.messages.js';
import { after, beginning, decisionOf, nextStage, screeningView } from './submission.state.js';

const { recordScreeningDecision } = proxyLocalActivities<SubmissionActivities>(RECORDING);

/**
 * Reminds and escalates until somebody has screened a submission (S111): each stage once and in order, also those that
 * came due while nobody was looking. After the last one it waits on.
 */
export async function submissionWorkflow(input: SubmissionInput): Promise<SubmissionScreened> {
  let status = beginning(input);
  let isScreened = false;
  setHandler(submissionScreenedSignal, () => void (isScreened = true));
  setHandler(screeningQuery, () => screeningView(status));

  /** The clock is where the fact leads only if its owner still waits. */
  const record = async (fact: ScreeningFact): Promise<void> => {
    const { isOpen } = await recordScreeningDecision(decisionOf(status, fact, Date.now()));
    if (isOpen || fact.type !== 'stage') status = after(status, fact);
    isScreened ||= !isOpen;
  };

  if (!input.resumed) await record({ type: 'started' });
  const alarm = new Alarm();
  while (!isScreened) {
    const next = nextStage(status);
    if (next && next.at <= Date.now()) await record({ type: 'stage', stage: next.stage });
    else await alarm.until(next?.at, () => isScreened);
  }
  await record({ type: 'ended' });
  return { stages: status.stages };
}
