import type { RungAt, RungKind, Step } from '../steps.js';

/** A rung that fired; published by the owner of the step (whistles, members or departments). */
export interface RungFired {
  whistleId: string;
  number: string;
  communityId: string;
  step: Step;
  /** Department or member whose step is late; absent where a role is waited for. */
  departmentId?: string;
  memberId?: string;
  /** Members the whistle's own step waits for beside a role (verification). */
  memberIds?: string[];
  taskId?: string;
  /** The card's row; absent for a reminder, which is no card. */
  cardId?: string;
  rung: number;
  dueAt: number;
  /** The rung that comes next unless the step is done before; absent after the last one. */
  nextRung?: RungAt;
  at: number;
}

/** The six rungs of domain 4.4; each fires once per step, in order, and not after the step is done. */
export interface LadderEventData {
  /** Fires at half the time of a step: a quiet reminder to the person in charge. */
  'step.reminded.v1': RungFired;
  /** Fires shortly before expiry: yellow card to handler and deputy head. */
  'card.yellow.v1': RungFired;
  /** Fires at expiry: red card to department head and deputy leader. */
  'card.red.v1': RungFired;
  /** Fires one working day after expiry: supervise order in the deputy leader's name. */
  'order.issued.v1': RungFired & { orderId?: string };
  /** Fires three working days after expiry: whoever answers for the step is called in, with a line in the bulletin. */
  'interview.due.v1': RungFired;
  /** Fires five working days after expiry: the district supervises, and the level rises. */
  'supervision.escalated.v1': RungFired;
}

/** The event that tells of each rung; published by the owner of the step. */
export const RUNG_EVENT_TYPES = {
  reminder: 'step.reminded.v1',
  yellowCard: 'card.yellow.v1',
  redCard: 'card.red.v1',
  superviseOrder: 'order.issued.v1',
  interview: 'interview.due.v1',
  escalatedSupervision: 'supervision.escalated.v1',
} as const satisfies Record<RungKind, keyof LadderEventData>;
export type RungEventType = (typeof RUNG_EVENT_TYPES)[RungKind];
/** The same, from the first rung to the last. */
export const RUNG_EVENTS: readonly RungEventType[] = Object.values(RUNG_EVENT_TYPES);
