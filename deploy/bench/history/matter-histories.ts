import { checkInWorkflowId, followUpWorkflowId, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { WorkflowClient } from '@temporalio/client';
import { bareCheckInId, bareFollowUpId, type NoteBy } from '../bare/bare.messages.js';
import type { BareTemporal } from '../bare/bare-temporal.js';
import { concludeBareWhistle } from '../bare/bare-whistle.js';
import { NO_PADDING, type Padding } from '../bare/padding.js';
import { concludeWhistle, type Stage } from '../platform/standard-whistle.js';
import type { WorkflowHistory } from './history-count.js';
import { readMatter } from './read-histories.js';

/** Histories of one real whistle that went all the way. With one comer the other member asked still has a clock. */
export async function realMatter(
  client: WorkflowClient,
  stage: Stage,
  index: number,
  comers: 1 | 2 = 1,
): Promise<WorkflowHistory[]> {
  const id = await concludeWhistle(stage, index, comers);
  const [checkIn, followUp] = [checkInWorkflowId(id), followUpWorkflowId(id)];
  const [ending, sleeping] = comers === 2 ? [[checkIn], [followUp]] : [[], [checkIn, followUp]];
  return readMatter(client, { ending: [whistleWorkflowId(id), ...ending], sleeping });
}

/** Of a concluded matter whose follow-up sleeps, or of an archived one of which nothing runs any more. */
export function historiesOf(client: WorkflowClient, id: string, isArchived: boolean): Promise<WorkflowHistory[]> {
  const others = [checkInWorkflowId(id), followUpWorkflowId(id)];
  const [ending, sleeping] = isArchived ? [others, []] : [[], others];
  return readMatter(client, { ending: [whistleWorkflowId(id), ...ending], sleeping });
}

/** Histories of one bare whistle that went the same way. */
export async function bareMatter(
  bare: BareTemporal,
  noteBy: NoteBy,
  padding: Padding = NO_PADDING,
): Promise<WorkflowHistory[]> {
  return bareHistories(bare, await concludeBareWhistle(bare, noteBy, padding));
}

const bareHistories = ({ client }: BareTemporal, id: string): Promise<WorkflowHistory[]> =>
  readMatter(client.workflow, { ending: [id, bareCheckInId(id)], sleeping: [bareFollowUpId(id)] });
