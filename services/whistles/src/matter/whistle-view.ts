import { deadlinesOf, rungOf } from '@hsl/contracts/clock-answers';
import type { Deadline, RungAt, WaitingFor } from '@hsl/contracts/steps';
import { toIso } from '@hsl/contracts/instants';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import type { ActionView } from '@hsl/contracts/process-view';
import { dispatchAdviceOf } from './dispatch-advice.js';
import type { WhistleListRow, WhistleRow } from './whistle.repository.js';

const iso = (date: Date | null): string | undefined => date?.toISOString();

/** A date comes as midnight where the process is (model-rows). */
const localDayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** A line of a list. */
export function listItemOf(row: WhistleListRow, now: number) {
  const { id, number, kind, categoryCode, communityId, state, grade, level, tier, track, version, topicId } = row;
  return {
    ...{ id, number, kind, categoryCode, communityId, state, grade, level, version },
    ...{ estateId: row.estateId ?? undefined, place: row.place ?? undefined, topicId: topicId ?? undefined },
    ...{ tier: tier ?? undefined, track: track ?? undefined, facts: row.facts, reworkCount: row.reworkCount },
    blownAt: row.blownAt.toISOString(),
    ...{
      leadDepartmentId: row.leadDepartmentId ?? undefined,
      departmentIds: row.departmentIds,
      memberIds: row.memberIds,
    },
    ...{ waitingFor: row.waitingFor as unknown as WaitingFor[], since: iso(row.waitingSince), dueAt: iso(row.dueAt) },
    outcome: row.outcome ?? undefined,
    overdue: row.dueAt !== null && row.dueAt.getTime() < now,
    nextRung: rungOf(row.nextRung as unknown as RungAt | null),
    deadlines: deadlinesOf(row.deadlines as unknown as Deadline[]),
  };
}

/** What the workflow remembers, with ISO instants; who proposed what is for those who rule on it to know. */
function progressViewOf({ contactedAt, tasks = [], ledger, ...rest }: Partial<WhistleProgress>) {
  return {
    ...rest,
    contactedAt: contactedAt === undefined ? undefined : toIso(contactedAt),
    tasks: tasks.map(({ taskId, departmentId, role, round, tried }) => ({ taskId, departmentId, role, round, tried })),
    ledger: ledger && {
      entryId: ledger.entryId,
      milestones: ledger.milestones.map(({ milestoneId, dueAt }) => ({ milestoneId, dueAt: toIso(dueAt) })),
    },
  };
}

/** The whole matter for one reader. `views` are the narrowings their right came with. */
export function whistleViewOf(row: WhistleRow, views: readonly string[], actions: ActionView[], now: number) {
  const isHidden = views.includes('withoutReporter');
  return {
    ...listItemOf(row, now),
    ...(isHidden ? {} : { blownBy: row.blownBy, trackingCode: row.trackingCode }),
    households: row.households ?? undefined,
    beneficiaryCount: row.beneficiaryCount ?? undefined,
    backlogSince: row.backlogSince === null ? undefined : localDayOf(row.backlogSince),
    wantedDepartmentIds: row.wantedDepartmentIds,
    candidateLeadId: row.candidateLeadId ?? undefined,
    ruleSetVersion: row.ruleSetVersion,
    concludedAt: iso(row.concludedAt),
    reboundOf: row.reboundOf ?? undefined,
    origin: row.origin ?? undefined,
    originId: row.originId ?? undefined,
    masterId: row.masterId ?? undefined,
    repeatOf: row.repeatOf && row.repeatOfNumber ? { id: row.repeatOf, number: row.repeatOfNumber } : undefined,
    progress: progressViewOf(row.progress as unknown as Partial<WhistleProgress>),
    reporters: isHidden ? undefined : row.reporters,
    dispatchAdvice: dispatchAdviceOf(row.contents),
    verdicts: row.verdicts.map(({ round, capacity, verdict, givenBy, givenAt }) => ({
      ...{ round, capacity, verdict, givenBy, givenAt: givenAt.toISOString() },
    })),
    contents: row.contents.map(({ id, kind, body, createdBy, createdAt }) => ({
      ...{ id, kind, body, createdBy, createdAt: createdAt.toISOString() },
    })),
    lookBacks: row.lookBacks.map(({ sequence, dueAt, state, reportedAt, reboundWhistleId }) => ({
      ...{ sequence, state, dueAt: dueAt.toISOString(), reportedAt: iso(reportedAt) },
      reboundWhistleId: reboundWhistleId ?? undefined,
    })),
    actions,
  };
}
