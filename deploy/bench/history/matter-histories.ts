import { checkInWorkflowId, followUpWorkflowId, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { WorkflowClient } from '@temporalio/client';
import { bareCheckInId, bareFollowUpId, type NoteBy } from '../bare/bare.messages.js';
import type { BareTemporal } from '../bare/bare-temporal.js';
import { concludeBareWhistle } from '../bare/bare-whistle.js';
import { NO_PADDING, type Padding } from '../bare/padding.js';
import type { People } from '../platform/people.js';
import { concludeWhistle } from '../platform/standard-whistle.js';
import type { WorkflowHistory } from './history-count.js';
import { readMatter } from './read-histories.js';

/** Histories of one real whistle that went all the way. */
export async function realMatter(client: WorkflowClient, people: People, index: number): Promise<WorkflowHistory[]> {
  return realHistories(client, await concludeWhistle(people, index));
}

/** Histories of one bare whistle that went the same way. */
export async function bareMatter(
  bare: BareTemporal,
  noteBy: NoteBy,
  padding: Padding = NO_PADDING,
): Promise<WorkflowHistory[]> {
  return bareHistories(bare, await concludeBareWhistle(bare, noteBy, padding));
}

export const realHistories = (client: WorkflowClient, id: string): Promise<WorkflowHistory[]> =>
  readMatter(client, { ending: [whistleWorkflowId(id), checkInWorkflowId(id)], sleeping: followUpWorkflowId(id) });

export const bareHistories = ({ client }: BareTemporal, id: string): Promise<WorkflowHistory[]> =>
  readMatter(client.workflow, { ending: [id, bareCheckInId(id)], sleeping: bareFollowUpId(id) });
