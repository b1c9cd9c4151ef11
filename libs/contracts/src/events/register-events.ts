import type { Instant } from '../instants.js';

/** What happened to an entry of a register: ids and codes only. */
export interface RegisterChange {
  entryId: string;
  /** Name of the register: `donation`. */
  register: string;
  /** What was done: `record`, `confirm` … */
  step: string;
  /** The state it is in now. */
  state: string;
  communityId?: string;
  departmentId?: string;
  memberId?: string;
  /** User id of who did it. */
  actedBy: string;
  at: Instant;
}

/** Events of whoever keeps the register, key = entry id. */
export interface RegisterEventData {
  /** Fires when an entry of a register was recorded, with its first state. */
  'register.recorded.v1': RegisterChange;
  /** Fires when a step was taken with an entry. */
  'register.changed.v1': RegisterChange;
}
