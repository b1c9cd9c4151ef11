import type { TaskBrief } from '@hsl/contracts/schemas/task-briefs';
import type { TaskBrief as BriefRow } from '../generated/prisma/client.js';

export const isSigned = ({ headSignedAt, leaderSignedAt }: BriefRow): boolean =>
  headSignedAt !== null && leaderSignedAt !== null;

/** A column of type date arrives as midnight UTC. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const signature = (by: string | null, at: Date | null) =>
  by !== null && at !== null ? { by, at: at.toISOString() } : undefined;

export const briefViewOf = (row: BriefRow): TaskBrief => ({
  ...{ taskId: row.id, version: row.version, state: isSigned(row) ? 'SIGNED' : 'DRAFT' },
  ...{ goal: row.goal, measures: row.measures, owner: row.owner, dueOn: dayOf(row.dueOn) },
  ...{ writtenBy: row.writtenBy, writtenAt: row.writtenAt.toISOString() },
  signatures: {
    head: signature(row.headSignedBy, row.headSignedAt),
    deputyLeader: signature(row.leaderSignedBy, row.leaderSignedAt),
  },
});
