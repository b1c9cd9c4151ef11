import type { Board } from '@hsl/contracts/schemas/insight';
import type { CheckIn } from '@hsl/contracts/schemas/members';
import type { DepartmentTask } from '@hsl/contracts/schemas/department-tasks';
import type { Session as Deliberation } from '@hsl/contracts/schemas/sessions';
import type { SessionAnswer } from '@hsl/contracts/schemas/session.schema';
import type { Topic } from '@hsl/contracts/schemas/topics';
import type { WhistleState } from '@hsl/contracts/states';
import type { WaitingFor } from '@hsl/contracts/steps';

/** What the demo reads of the API's answers. */
export type { Board, CheckIn, Deliberation, DepartmentTask, SessionAnswer, Topic };

export interface Blown {
  id: string;
  number: string;
  trackingCode: string;
}

export interface Whistle {
  id: string;
  number: string;
  state: WhistleState;
  memberIds: string[];
  reworkCount: number;
  waitingFor: WaitingFor[];
  outcome?: string;
  reporters?: { id: string }[];
  lookBacks?: { reboundWhistleId?: string }[];
  reboundOf?: string;
}

/** One line of a whistle's history. */
export interface TimelineEntry {
  id: string;
  /** ISO 8601. */
  at: string;
  kind: string;
  text: string;
  /** Absent where the clock acted, and in lines that tell of another service's deed. */
  actor?: { userId: string; role: string };
  details?: Record<string, unknown>;
}

export interface Timeline {
  items: TimelineEntry[];
}

export interface Named {
  id: string;
  name: string;
}

export interface Items<T> {
  items: T[];
}
