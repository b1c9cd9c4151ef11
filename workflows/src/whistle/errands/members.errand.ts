import { checkInWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import type { Calendar } from '@hsl/domain/limit';
import { getExternalWorkflowHandle, ParentClosePolicy, proxyLocalActivities, startChild } from '@temporalio/workflow';
import type { checkInWorkflow } from '../../check-in/check-in.workflow.js';
import { RECORDING } from '../../flow/activity-options.js';
import { calendarLoadedSignal } from '../../flow/calendar.messages.js';
import { unlessEnded } from '../../flow/unless-ended.js';
import { dismissSignal } from '../../check-in/check-in.messages.js';
import type { AskingActivities } from '../asking.activities.js';
import { isSecondGeneration, type WhistleInput } from '../whistle.messages.js';
import type { WhistleStatus } from '../whistle.state.js';

const owner = proxyLocalActivities<AskingActivities>(RECORDING);

/** Starts the check-in on the members' queue; it may outlive the matter, since every member asked has a clock. */
export async function askMembers(input: WhistleInput, { terms }: WhistleStatus): Promise<void> {
  const { whistleId, number, subdistrictId, communityId, categoryCode } = input;
  const checkIn = { whistleId, number, subdistrictId, communityId, categoryCode, terms };
  if (isSecondGeneration(input)) return owner.askMembers(checkIn);
  await startChild<typeof checkInWorkflow>('checkInWorkflow', {
    workflowId: checkInWorkflowId(whistleId),
    taskQueue: TASK_QUEUES.members,
    parentClosePolicy: ParentClosePolicy.ABANDON,
    args: [checkIn],
  });
}

/** A matter that was withdrawn or merged asks nobody any more; a concluded one lets the late answer. */
export async function dismissMembers({ whistleId }: WhistleInput, { state }: WhistleStatus): Promise<void> {
  if (state !== 'WITHDRAWN' && state !== 'MERGED') return;
  await unlessEnded(() => getExternalWorkflowHandle(checkInWorkflowId(whistleId)).signal(dismissSignal));
}

/** Every member asked has a clock, whether the matter still waits for them or not. */
export async function tellMembersCalendar({ whistleId }: WhistleInput, calendar: Calendar): Promise<void> {
  const checkIn = getExternalWorkflowHandle(checkInWorkflowId(whistleId));
  await unlessEnded(() => checkIn.signal(calendarLoadedSignal, { calendar }));
}
