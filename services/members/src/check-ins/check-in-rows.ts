import type { Deadline } from '@hsl/contracts/steps';
import type { CheckInState } from '@hsl/contracts/states';
import type { PickReason } from '@hsl/domain/member-ranking';

/** A check-in that a decision changes: what its event and its line in the history say. */
export interface AffectedCheckIn {
  checkInId: string;
  memberId: string;
  round: 1 | 2;
  state: CheckInState;
  /** Milliseconds since the epoch. */
  dueAt: number;
}

/** A check-in that a decision creates. */
export interface NewCheckIn {
  checkInId: string;
  memberId: string;
  round: 1 | 2;
  dueAt: number;
  deadline: Deadline;
  reason: PickReason;
}
