import { defineSignal, defineUpdate } from '@temporalio/workflow';

/** How a step is noted: in the workflow task itself, or by an activity of its own as most designs do. */
export type NoteBy = 'localActivity' | 'activity';

export interface BareInput {
  id: string;
  noteBy: NoteBy;
  /** Markers the whistle writes besides its own, so that its history gets as long as another one. */
  extraMarkers: number;
}

export interface BareActivities {
  /** Does nothing but ring for whoever waits for that step, if somebody does. */
  note(key?: string): Promise<void>;
}

/** Somebody does the next thing; the handler notes it. */
export const stepUpdate = defineUpdate<number>('step');
/** The first member is there. */
export const arrivedSignal = defineSignal('arrived');
/** Makes the whistle take one more workflow task and write one more marker. */
export const nudgeSignal = defineSignal('nudge');

/** What the activity is told when a whistle has come that far, or when a workflow beside it may be acted on. */
export const KEYS = {
  arrived: (id: string) => `${id} arrived`,
  nudged: (id: string) => `${id} nudged`,
  fedBack: (id: string) => `${id} fed back`,
  begun: (workflowId: string) => `${workflowId} begun`,
};

export const bareTaskId = (id: string, index: number): string => `${id}/task/${index}`;
export const bareCheckInId = (id: string): string => `${id}/check-in`;
export const bareFollowUpId = (id: string): string => `${id}/follow-up`;
