import { deadlinesOf, rungOf } from '@hsl/contracts/clock-answers';
import type { LedgerEntry } from '@hsl/contracts/schemas/ledger';
import type { Deadline, RungAt } from '@hsl/contracts/steps';
import type { LedgerRow } from './ledger.repository.js';

/** Above this share of a unit's matters the register warns (domain 4.5). */
const SHARE_WARNING = 0.2;

const iso = (date: Date | null): string | undefined => date?.toISOString();

/** @param titles of milestones, by id; @param share of the lead's matters on the ledger, where it was asked for */
export function ledgerViewOf(row: LedgerRow, titles: ReadonlyMap<string, string>, share?: number): LedgerEntry {
  const { id, whistleId, number, communityId, version, days } = row;
  return {
    ...{ id, whistleId, number, communityId, version, days, serial: `${number}-L` },
    leadDepartmentId: row.leadDepartmentId ?? undefined,
    state: row.state as LedgerEntry['state'],
    ...{ appliedAt: row.appliedAt.toISOString(), approvedAt: iso(row.approvedAt), dueAt: iso(row.dueAt) },
    ...{ hasOpinion: row.opinionId !== null, isCarryOverProposed: row.proposedBy !== null },
    nextRung: rungOf(row.nextRung as unknown as RungAt | null),
    deadlines: deadlinesOf(row.deadlines as unknown as Deadline[]),
    milestones: row.milestones.map((one) => ({
      ...{ id: one.id, title: titles.get(one.id), slips: one.slips, dueAt: one.dueAt.toISOString() },
      state: one.state as LedgerEntry['milestones'][number]['state'],
      ...{ doneAt: iso(one.doneAt), onTime: one.onTime ?? undefined },
    })),
    ...(share === undefined ? {} : { leadLedgerShare: share, warnings: share > SHARE_WARNING ? ['ledgerShare'] : [] }),
  };
}
