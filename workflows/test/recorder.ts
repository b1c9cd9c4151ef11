import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { Client } from '@temporalio/client';
import type { AskedMember, CheckInActivities, CheckInDecision } from '../src/check-in/check-in.activities.js';
import type { DepartmentTaskActivities, TaskDecision } from '../src/department-task/department-task.activities.js';
import { checkedInSignal } from '../src/whistle/whistle.messages.js';
import type { WhistleActivities, WhistleDecision } from '../src/whistle/whistle.activities.js';

type Activities = WhistleActivities & CheckInActivities & DepartmentTaskActivities;

export interface Records {
  activities: Activities;
  whistles: WhistleDecision[];
  checkIns: CheckInDecision[];
  tasks: TaskDecision[];
  /** Who can still be asked, by whistle. */
  available: Map<string, string[]>;
}

/** The owners' part, in memory: keeps every decision in the order recorded, and picks members from a list. */
export function recorder(client: Client): Records {
  const records: Records = {
    whistles: [],
    checkIns: [],
    tasks: [],
    available: new Map(),
    activities: {
      async recordWhistleDecision(decision) {
        records.whistles.push(decision);
      },
      async recordTaskDecision(decision) {
        records.tasks.push(decision);
      },
      async recordCheckInDecision(decision) {
        records.checkIns.push(decision);
        await tellWhistle(client, decision);
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
  if (fact.type === 'confirmed' && fact.first) {
    await whistle.signal(checkedInSignal, { memberId: fact.memberId, substituted: false });
  }
  if (fact.type === 'substituted') await whistle.signal(checkedInSignal, { substituted: true });
}
