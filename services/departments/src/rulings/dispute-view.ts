import type { Dispute } from '@hsl/contracts/schemas/approvals';
import type { ReturnReason } from '@hsl/contracts/states';
import type { DepartmentRef } from '../directory/department-book.js';
import type { TaskNote } from '../generated/prisma/client.js';

type Named = (id: string) => DepartmentRef;
type Written = Pick<Dispute, 'returns' | 'siteMeeting' | 'interim' | 'rulings' | 'appeal'>;
const RULED = ['returnRuling', 'disputeRuling', 'appealRuling'] as const;

/** Kinds of notes that a dispute consists of, beside the statements. */
export const DISPUTE_NOTES: readonly string[] = ['returnRequest', 'siteMeeting', 'appeal', 'interim', ...RULED];

const saidBy = ({ id, createdRole: role, createdAt }: TaskNote) => ({ id, role, at: createdAt.toISOString() });

/**
 * What was written on the way of one part of a matter from unit to unit.
 * @param notes of all its tasks, oldest first
 * @param departmentOf the unit a task was with
 */
export function writtenOf(notes: readonly TaskNote[], departmentOf: (taskId: string) => string, named: Named): Written {
  const bodyOf = <T>({ body }: TaskNote) => body as unknown as T;
  const of = (kind: string) => notes.filter((note) => note.kind === kind);
  const meeting = of('siteMeeting').at(-1);
  const appeal = of('appeal').at(-1);
  return {
    returns: of('returnRequest').map((note) => {
      const { reasonCode, toDepartmentId, legalBasis, note: more } = bodyOf<Returned>(note);
      const department = named(departmentOf(note.taskId));
      return { ...saidBy(note), department, reasonCode, toDepartment: named(toDepartmentId), legalBasis, note: more };
    }),
    siteMeeting: meeting && { ...saidBy(meeting), ...bodyOf<{ findings: string; attended: string[] }>(meeting) },
    interim: of('interim').map((note) => ({ ...saidBy(note), action: bodyOf<{ action: string }>(note).action })),
    rulings: notes.flatMap((note) => {
      const kind = RULED.find((one) => one === note.kind);
      if (kind === undefined) return [];
      const { accept: accepted, toDepartmentId, reason } = bodyOf<Ruled>(note);
      return [
        { ...saidBy(note), kind, accepted, reason, ...(toDepartmentId ? { toDepartment: named(toDepartmentId) } : {}) },
      ];
    }),
    appeal: appeal && { ...saidBy(appeal), reason: bodyOf<{ reason: string }>(appeal).reason },
  };
}

interface Returned {
  reasonCode: ReturnReason;
  toDepartmentId: string;
  legalBasis: string;
  note?: string;
}

interface Ruled {
  accept?: boolean;
  toDepartmentId?: string;
  reason: string;
}
