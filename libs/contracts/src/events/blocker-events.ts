import type { BlockerKind } from '../blockers.js';

/** What every event of a blocker says about it; its words stay with its owner. */
export interface BlockerFact {
  blockerId: string;
  taskId: string;
  whistleId: string;
  number: string;
  communityId: string;
  departmentId: string;
  kind: BlockerKind;
  at: number;
}

/** Events of the topic `hsl.departments`, key = blocker id. */
export interface BlockerEventData {
  /** Fires when something keeps a department from getting on (S81). */
  'blocker.recorded.v1': BlockerFact;
  /** Fires when it is out of the way, with evidence. */
  'blocker.cleared.v1': BlockerFact;
}
