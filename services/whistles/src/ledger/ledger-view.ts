import { deadlinesOf, rungOf } from '@hsl/contracts/clock-answers';
import type { ActionView } from '@hsl/contracts/process-view';
import type { LedgerEntry, LedgerRegisterLine } from '@hsl/contracts/schemas/ledger';
import type { Deadline, RungAt } from '@hsl/contracts/steps';
import type { StepContent } from '../generated/prisma/client.js';
import type { StepContentKind } from '../steps/step-content.js';
import type { LedgerRow } from './ledger.repository.js';

/** Above this share of a unit's matters the register warns (domain 4.5). */
const SHARE_WARNING = 0.2;

const iso = (date: Date | null): string | undefined => date?.toISOString();

/** Kinds of contents that belong to the register. */
const OF_THE_REGISTER: readonly string[] = [
  ...(['ledgerApplication', 'ledgerOpinion', 'ledgerRuling'] satisfies StepContentKind[]),
  ...(['ledgerReview', 'milestone', 'carryOver'] satisfies StepContentKind[]),
];

interface Titled {
  id?: string;
  title: string;
}

/** Titles are words of the application and of every carry-over; they are found by the milestones' ids. */
function titlesOf(contents: readonly StepContent[]): Map<string, string> {
  const titled = contents.flatMap(({ body }) => (body as { milestones?: Titled[] }).milestones ?? []);
  return new Map(titled.flatMap(({ id, title }) => (id ? [[id, title] as const] : [])));
}

/** @param contents of the matter; @param share of the lead's matters on the ledger, where it was asked for */
export function ledgerViewOf(
  row: LedgerRow,
  contents: readonly StepContent[],
  actions: ActionView[],
  share?: number,
): LedgerEntry {
  const titles = titlesOf(contents);
  const { id, whistleId, number, communityId, version, days } = row;
  return {
    ...{ id, whistleId, number, communityId, version, days, serial: row.serial },
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
    actions,
    contents: contents
      .filter(({ kind }) => OF_THE_REGISTER.includes(kind))
      .map(({ id: contentId, kind, body, createdAt }) => ({
        ...{ id: contentId, kind, body: body as Record<string, unknown>, createdAt: createdAt.toISOString() },
      })),
    ...(share === undefined ? {} : { leadLedgerShare: share, warnings: share > SHARE_WARNING ? ['ledgerShare'] : [] }),
  };
}

const STATE_WORDS: Readonly<Record<LedgerEntry['state'], string>> = {
  APPLIED: '待审批',
  REFUSED: '未批准',
  RUNNING: '挂账办理',
  DELIVERED: '已交付',
  CARRIED_OVER: '续办',
  CLOSED_UNSOLVED: '未解决办结',
};

/** The entry as one line of the exported register (S59). */
export function registerLineOf(row: LedgerRow): LedgerRegisterLine {
  const { serial, number, communityId, days, milestones } = row;
  const done = milestones.filter(({ doneAt }) => doneAt !== null).length;
  return {
    ...{ serial, number, communityId, days, leadDepartmentId: row.leadDepartmentId ?? undefined },
    state: STATE_WORDS[row.state as LedgerEntry['state']],
    ...{ appliedAt: row.appliedAt.toISOString(), approvedAt: iso(row.approvedAt) },
    lastMilestoneAt: milestones.at(-1)?.dueAt.toISOString(),
    milestonesDone: `${done}/${milestones.length}`,
    slips: milestones.reduce((sum, one) => sum + one.slips, 0),
  };
}
