import {
  allHandlersFinished,
  condition,
  executeChild,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import {
  arrivedSignal,
  bareTaskId,
  KEYS,
  nudgeSignal,
  stepUpdate,
  type BareActivities,
  type BareInput,
  type NoteBy,
} from './bare.messages.js';

/** The least a whistle can be on Temporal: the same people, the same clocks, and steps that store nothing. */

const OPTIONS = { startToCloseTimeout: '15 seconds' } as const;
const NOTES: Record<NoteBy, BareActivities> = {
  localActivity: proxyLocalActivities<BareActivities>(OPTIONS),
  activity: proxyActivities<BareActivities>(OPTIONS),
};
const CLOCK = '30 days';
const LEAD_AND_SUPPORTING = [0, 1];
const ACCEPT = 1;
const DISPATCH = 2;
const VERIFY = 3;
const REVISIT = 4;

/** Accept, arrival, dispatch to two departments, verify, revisit. */
export async function bareWhistle(input: BareInput): Promise<void> {
  const by = NOTES[input.noteBy];
  const steps = countSteps(input);
  let arrived = false;
  setHandler(nudgeSignal, () => NOTES.localActivity.note(KEYS.nudged(input.id)));
  setHandler(arrivedSignal, async () => {
    await by.note(KEYS.arrived(input.id));
    arrived = true;
  });
  startClock();
  await condition(() => steps.taken >= ACCEPT && arrived);
  await condition(() => steps.taken >= DISPATCH);
  await Promise.all(LEAD_AND_SUPPORTING.map((index) => runTask(input, index)));
  for (let extra = 0; extra < input.extraMarkers; extra += 1) await NOTES.localActivity.note();
  await by.note(KEYS.fedBack(input.id));
  await condition(() => steps.taken >= VERIFY);
  await condition(() => steps.taken >= REVISIT);
  await condition(allHandlersFinished);
}

/** Two members are asked, both come. */
export async function bareCheckIn(input: BareInput): Promise<void> {
  await twoSteps(input);
}

/** A department acknowledges and feeds back. */
export async function bareTask(input: BareInput): Promise<void> {
  await twoSteps(input);
}

/** Sleeps on the server until its first look-back is due. */
export async function bareFollowUp(): Promise<void> {
  await sleep(CLOCK);
}

async function twoSteps(input: BareInput): Promise<void> {
  const by = NOTES[input.noteBy];
  const steps = countSteps(input);
  await by.note(KEYS.begun(workflowInfo().workflowId));
  startClock();
  await condition(() => steps.taken >= 2);
  await condition(allHandlersFinished);
}

function countSteps({ noteBy }: BareInput): { taken: number } {
  const steps = { taken: 0 };
  setHandler(stepUpdate, async () => {
    await NOTES[noteBy].note();
    steps.taken += 1;
    return steps.taken;
  });
  return steps;
}

/** The deadline every waiting step has; it never comes here. */
function startClock(): void {
  void sleep(CLOCK);
}

async function runTask(input: BareInput, index: number): Promise<void> {
  await executeChild(bareTask, { workflowId: bareTaskId(input.id, index), args: [input] });
}
