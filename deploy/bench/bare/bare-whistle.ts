import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import {
  arrivedSignal,
  bareCheckInId,
  bareFollowUpId,
  bareTaskId,
  KEYS,
  nudgeSignal,
  stepUpdate,
  type BareInput,
  type NoteBy,
} from './bare.messages.js';
import { BARE_QUEUE, type BareTemporal } from './bare-temporal.js';
import type { Padding } from './padding.js';

const MONTH_MS = 30 * 24 * 60 * 60_000;

/**
 * Takes a bare whistle along the same road as a real one, with the same number of people's actions.
 * @returns the workflow id of its parent, when that has ended and the follow-up is scheduled
 */
export async function concludeBareWhistle(bare: BareTemporal, noteBy: NoteBy, padding: Padding): Promise<string> {
  const id = `bare/${randomUUID()}`;
  const { client, bell } = bare;
  const input: BareInput = { id, noteBy, extraMarkers: padding.markers };
  const start = (workflowType: string, workflowId: string, more = {}): Promise<WorkflowHandle> =>
    client.workflow.start(workflowType, { workflowId, taskQueue: BARE_QUEUE, args: [input], ...more });
  const whistle = await start('bareWhistle', id);
  await whistle.executeUpdate(stepUpdate);
  await start('bareCheckIn', bareCheckInId(id));
  await bothSteps(bare, bareCheckInId(id), () => whistle.signal(arrivedSignal));
  await bell.heard(KEYS.arrived(id));
  for (let nudge = 0; nudge < padding.nudges; nudge += 1) {
    await whistle.signal(nudgeSignal);
    await bell.heard(KEYS.nudged(id));
  }
  await whistle.executeUpdate(stepUpdate);
  await bothSteps(bare, bareTaskId(id, 1));
  await bothSteps(bare, bareTaskId(id, 0));
  await bell.heard(KEYS.fedBack(id));
  await whistle.executeUpdate(stepUpdate);
  await whistle.executeUpdate(stepUpdate);
  await whistle.result();
  await start('bareFollowUp', bareFollowUpId(id), { startDelay: MONTH_MS });
  return id;
}

async function bothSteps({ client, bell }: BareTemporal, workflowId: string, between = async () => {}): Promise<void> {
  await bell.heard(KEYS.begun(workflowId));
  const handle = client.workflow.getHandle(workflowId);
  await handle.executeUpdate(stepUpdate);
  await between();
  await handle.executeUpdate(stepUpdate);
}
