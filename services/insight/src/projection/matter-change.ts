import { toIso } from '@hsl/contracts/instants';
import { derive, type DerivedMatter } from './derive.js';
import type { MatterFile } from './matter-file.js';
import { matterRow, rungRow, taskRow } from './matter-rows.js';
import type { Row } from './row-upsert.js';
import { fileOf, type StoredFile } from './stored-file.js';
import { cellsOf, type TallyCell } from './tally.js';
import type { Waiting } from './waiting.js';

/** Every row that has to be written for one matter. */
export interface MatterChange {
  whistleId: string;
  /** Tasks and rungs that were added or changed. */
  tasks: Row[];
  rungs: Row[];
  /** None while its whistle is not known. */
  matter?: Row;
  /** The whole list, where it is another one than before. */
  waiting?: Row[];
  involvement?: Row[];
  memberInvolvement?: Row[];
  /** What the matter added to the counters, and what it adds now. */
  tallied: { before: TallyCell[]; after: TallyCell[] };
}

/**
 * What one or many events change of a matter; undefined if nothing. Many events at once change the same as one after the
 * other, for only what stands at the end is written.
 */
export function changeOf(
  subdistrictId: string,
  whistleId: string,
  stored: StoredFile,
  evolved: (file: MatterFile) => MatterFile,
): MatterChange | undefined {
  const before = fileOf(stored);
  const after = evolved(before);
  if (after === before) return undefined;
  const facts = {
    whistleId,
    tasks: added(before.tasks, after.tasks).map((task) => taskRow(subdistrictId, whistleId, task)),
    rungs: added(before.rungs, after.rungs).map((rung) => rungRow(subdistrictId, whistleId, rung)),
  };
  const matter = derive(after);
  if (!after.whistle || !matter) return { ...facts, tallied: { before: [], after: [] } };
  return {
    ...facts,
    matter: matterRow(subdistrictId, after.whistle, matter),
    ...derivedRows(stored, matter),
    tallied: { before: stored.tallied ?? [], after: cellsOf(matter) },
  };
}

const added = <T>(before: readonly T[], after: readonly T[]): T[] => after.filter((one) => !before.includes(one));

/** Rows that say the same as the matter's own row, for other questions; only those that change. */
function derivedRows(
  stored: StoredFile,
  matter: DerivedMatter,
): Pick<MatterChange, 'waiting' | 'involvement' | 'memberInvolvement'> {
  const { whistleId, isOpen, waitingFor, departmentIds, memberIds, cards } = matter;
  const wasOpen = stored.is_open ?? false;
  const waiting = waitingRows(whistleId, waitingFor, isOpen);
  const involvement = involvementRows(whistleId, departmentIds, isOpen, cards.length > 0);
  const waitedBefore = waitingRows(whistleId, stored.waiting_for ?? [], wasOpen);
  const involvedBefore = involvementRows(whistleId, stored.department_ids ?? [], wasOpen, stored.is_carded ?? false);
  const memberInvolvement = memberRows(whistleId, memberIds, isOpen);
  const membersBefore = memberRows(whistleId, stored.snapshot?.memberIds ?? [], wasOpen);
  return {
    ...(isSame(waitedBefore, waiting) ? {} : { waiting }),
    ...(isSame(involvedBefore, involvement) ? {} : { involvement }),
    ...(isSame(membersBefore, memberInvolvement) ? {} : { memberInvolvement }),
  };
}

const isSame = (one: readonly Row[], other: readonly Row[]): boolean => JSON.stringify(one) === JSON.stringify(other);

const waitingRows = (whistleId: string, waitingFor: readonly Waiting[], isOpen: boolean): Row[] =>
  waitingFor.map(({ kind, id, step, dueAt }) => ({
    ...{ whistle_id: whistleId, kind, party_id: id, step, is_open: isOpen },
    due_at: dueAt === undefined ? null : toIso(dueAt),
  }));

const involvementRows = (
  whistleId: string,
  departmentIds: readonly string[],
  isOpen: boolean,
  isCarded: boolean,
): Row[] =>
  departmentIds.map((id) => ({
    ...{ whistle_id: whistleId, department_id: id, is_open: isOpen, is_carded: isCarded },
  }));

const memberRows = (whistleId: string, memberIds: readonly string[], isOpen: boolean): Row[] =>
  [...new Set(memberIds)].map((id) => ({ whistle_id: whistleId, member_id: id, is_open: isOpen }));
