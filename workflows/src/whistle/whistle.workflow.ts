import { checkInWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import {
  allHandlersFinished,
  condition,
  ParentClosePolicy,
  proxyLocalActivities,
  setHandler,
  startChild,
  uuid4,
} from '@temporalio/workflow';
import type { checkInWorkflow } from '../check-in/check-in.workflow.js';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import { Decider } from '../flow/decider.js';
import { waitOrClimb } from '../flow/wait-or-climb.js';
import { runTasks } from './run-tasks.js';
import { showLead } from './show-lead.js';
import type { WhistleActivities } from './whistle.activities.js';
import { accept, autoAccept, checkIn, dispatch, revisit, ring, submitFeedback, verify } from './whistle.decisions.js';
import {
  acceptUpdate,
  checkedInSignal,
  dispatchUpdate,
  processQuery,
  revisitUpdate,
  verifyUpdate,
  type StepTaken,
  type WhistleInput,
} from './whistle.messages.js';
import { blown, processOf, rowOf, type Decided, type WhistleStatus } from './whistle.state.js';

type Matter = Decider<WhistleStatus, Decided>;

const { recordWhistleDecision } = proxyLocalActivities<WhistleActivities>(RECORDING);

/** The road of a whistle from BLOWN to CONCLUDED (domain 4.2). What comes after is watched by the follow-up. */
export async function whistleWorkflow(input: WhistleInput): Promise<void> {
  const { whistleId, subdistrictId } = input;
  const matter: Matter = new Decider(blown(input), async ({ next, fact }, at, by) => {
    const { version } = next;
    const from = matter.now.state;
    await recordWhistleDecision({ whistleId, subdistrictId, version, at, by, from, fact, after: rowOf(next) });
    return next;
  });
  listen(matter, whistleId);
  const leaving = waiting(matter);

  await leaving('BLOWN');
  await askMembers(input, matter.now);
  await leaving('ASSIGNING');
  await leaving('CHECKED_IN');
  showLead(matter.now);
  while (matter.now.state === 'COORDINATING') {
    const tasks = await runTasks(input, matter.now);
    await matter.decide((now, at) => submitFeedback(now, tasks, at));
    await leaving('VERIFYING');
    await leaving('REVISITING');
  }
  await condition(allHandlersFinished);
}

/** What people and other processes may tell a whistle. */
function listen(matter: Matter, whistleId: string): void {
  const taken = ({ state, version }: WhistleStatus): StepTaken => ({ state, version });
  setHandler(processQuery, () => processOf(whistleId, matter.now));
  matter.onUpdate(acceptUpdate, accept, taken);
  matter.onUpdate(dispatchUpdate, (now, command, at) => dispatch(now, command, at, uuid4), taken);
  matter.onUpdate(verifyUpdate, verify, taken);
  matter.onUpdate(revisitUpdate, revisit, taken);
  setHandler(checkedInSignal, async (arrival) => {
    // The members service may tell it twice; only the first arrival moves the whistle.
    await matter.decide((now, at) => (now.state === 'ASSIGNING' ? checkIn(now, arrival, at) : undefined));
  });
}

/** Waits until the matter has left a state, while the ladder of that state's step rings. */
function waiting(matter: Matter): (state: WhistleStatus['state']) => Promise<void> {
  const alarm = new Alarm();
  return (state) =>
    waitOrClimb(alarm, {
      done: () => matter.now.state !== state,
      clocks: () => (matter.now.clock ? [matter.now.clock] : []),
      ring: async (clock, rung) => {
        await matter.decide((now) => (now.clock === clock ? ring(now, rung) : undefined));
        if (rung.kind !== 'redCard') return;
        // A whistle nobody accepts is accepted by the clock (domain 4.5): it is never lost.
        await matter.decide((now, at) => (now.state === 'BLOWN' ? autoAccept(now, at) : undefined));
      },
    });
}

/** Starts the check-in on the members' queue; it may outlive this workflow, since every member asked has a clock. */
async function askMembers(input: WhistleInput, { terms }: WhistleStatus): Promise<void> {
  const { whistleId, number, subdistrictId, communityId, categoryCode } = input;
  await startChild<typeof checkInWorkflow>('checkInWorkflow', {
    workflowId: checkInWorkflowId(whistleId),
    taskQueue: TASK_QUEUES.members,
    parentClosePolicy: ParentClosePolicy.ABANDON,
    args: [{ whistleId, number, subdistrictId, communityId, categoryCode, terms }],
  });
}
