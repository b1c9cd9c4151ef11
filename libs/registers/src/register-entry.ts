import type { Mark } from './register.js';

/** A row of `register_entry`. */
export interface RegisterEntry {
  id: string;
  subdistrictId: string;
  version: number;
  register: string;
  state: string;
  communityId: string | null;
  departmentId: string | null;
  memberId: string | null;
  marks: Mark[];
  facts: Record<string, unknown>;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
}

/** An entry as it is answered: its facts beside what every entry has. */
export interface EntryView extends Record<string, unknown> {
  id: string;
  version: number;
  state: string;
  createdBy: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  updatedAt: string;
}

export const entryView = (entry: RegisterEntry): EntryView => ({
  ...entry.facts,
  ...{ id: entry.id, version: entry.version, state: entry.state, marks: entry.marks, createdBy: entry.createdBy },
  ...(entry.communityId === null ? {} : { communityId: entry.communityId }),
  ...(entry.departmentId === null ? {} : { departmentId: entry.departmentId }),
  ...(entry.memberId === null ? {} : { memberId: entry.memberId }),
  createdAt: entry.createdAt.toISOString(),
  updatedAt: entry.updatedAt.toISOString(),
});
