import { checkInWorkflowId, TASK_QUEUES, taskWorkflowId, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { Client } from '@temporalio/client';
import type { DeliberationActivities, SessionDecision } from '../src/deliberation/deliberation.activities.js';
import type { ProposalActivities, ProposalDecision } from '../src/proposal/proposal.activities.js';
import type { ScreeningDecision, SubmissionActivities } from '../src/submission/submission.activities.js';
import type { LedgerActivities, LedgerDecision } from '../src/ledger/ledger.activities.js';
import { resumeSignal } from '../src/department-task/department-task.messages.js';
import type { AskedMember, CheckInActivities, CheckInDecision } from '../src/check-in/check-in.activities.js';
import type { DepartmentTaskActivities, TaskDecision } from '../src/department-task/department-task.activities.js';
import { checkedInSignal } from '../src/whistle/whistle.messages.js';
import { pastRecorder, type PastActivities } from './past-recorder.js';
import type { AskingActivities } from '../src/whistle/asking.activities.js';
import type { WhistleActivities, WhistleDecision } from '../src/whistle/whistle.activities.js';

type Activities = WhistleActivities &
  AskingActivities &
  PastActivities &
  CheckInActivities &
  DepartmentTaskActivities &
  DeliberationActivities &
  ProposalActivities &
  SubmissionActivities &
  LedgerActivities;

export interface Records {
  activities: Activities;
  whistles: WhistleDecision[];
  checkIns: CheckInDecision[];
  tasks: TaskDecision[];
  sessions: SessionDecision[];
  proposals: ProposalDecision[];
  screenings: ScreeningDecision[];
  ledger: LedgerDecision[];
  /** Who can still be asked, by whistle. */
  available: Map<string, string[]>;
  /** Check-ins that the owner began. */
  begun: { workflowId: string; runId: string }[];
  /** Whistles of before, which have no process of their own. */
  past: Set<string>;
}

/** The owners' part, in memory: keeps every decision in the order recorded, and picks members from a list. */
export function recorder(client: Client): Records {
  const records: Records = {
    whistles: [],
    checkIns: [],
    tasks: [],
    sessions: [],
    proposals: [],
    screenings: [],
    ledger: [],
    available: new Map(),
    begun: [],
    past: new Set(),
    activities: {
      ...pastRecorder(() => records),
      async recordWhistleDecision(decision) {
        records.whistles.push(decision);
      },
      async askMembers(checkIn) {
        const workflowId = checkInWorkflowId(checkIn.whistleId);
        const options = {
          ...{ workflowId, taskQueue: TASK_QUEUES.members, args: [checkIn] },
          workflowIdConflictPolicy: 'USE_EXISTING',
        } as const;
        const { firstExecutionRunId: runId } = await client.workflow.start('checkInWorkflow', options);
        records.begun.push({ workflowId, runId });
      },
      async recordTaskDecision(decision) {
        records.tasks.push(decision);
        await resumePausedLead(client, records, decision);
      },
      async recordProposalDecision(decision) {
        records.proposals.push(decision);
      },
      async recordScreeningDecision(decision) {
        records.screenings.push(decision);
        return { isOpen: decision.fact.type !== 'ended' };
      },
      async recordLedgerDecision(decision) {
        records.ledger.push(decision);
      },
      async recordSessionDecision(decision) {
        records.sessions.push(decision);
      },
      async recordCheckInDecision(decision) {
        records.checkIns.push(decision);
        if (!records.past.has(decision.whistleId)) await tellWhistle(client, decision);
        return ask(records, decision);
      },
    },
  };
  return records;
}

function ask(records: Records, { whistleId, fact }: CheckInDecision): AskedMember[] {
  const wanted = 'ask' in fact && fact.ask ? fact.ask.count : 0;
  return (records.available.get(whistleId)?.splice(0, wanted) ?? []).map((memberId) => ({
    memberId,
    checkInId: `${whistleId}:${memberId}`,
  }));
}

async function tellWhistle(client: Client, { whistleId, fact }: CheckInDecision): Promise<void> {
  const whistle = client.workflow.getHandle(whistleWorkflowId(whistleId));
  if (fact.type === 'claimed' || (fact.type === 'confirmed' && fact.first)) {
    await whistle.signal(checkedInSignal, { memberId: fact.memberId, substituted: false });
  }
  if (fact.type === 'substituted') await whistle.signal(checkedInSignal, { substituted: true });
}

/** As the departments service does: the lead's clock goes on when the unit it was paused for owes nothing any more. */
async function resumePausedLead(client: Client, { tasks }: Records, { whistleId, taskId, fact }: TaskDecision) {
  if (fact.type !== 'feedbackSubmitted' && fact.type !== 'waived') return;
  const lead = tasks.findLast((one) => one.whistleId === whistleId && one.role === 'lead');
  const pause = lead?.after.progress.pause;
  if (!lead || pause?.taskId !== taskId || pause.resumedAt !== undefined) return;
  await client.workflow.getHandle(taskWorkflowId(whistleId, lead.taskId)).signal(resumeSignal);
}
