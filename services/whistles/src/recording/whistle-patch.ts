import { asJson, type SqlValue } from '@hsl/database/sql-values';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import type { WhistleDecision, WhistleFact } from '@hsl/workflows/whistle/whistle.activities';

export const leadOf = ({ tasks }: WhistleProgress): string | undefined =>
  tasks.find(({ role }) => role === 'lead')?.departmentId;

/** True for the fact that concluded the matter, whatever it was. */
export const isConcluding = (fact: WhistleFact): boolean =>
  'lookBacksDueAt' in fact && fact.lookBacksDueAt !== undefined;

const instant = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));

/** The columns of the row after a decision. */
export function patchOf({ after, fact, by, at }: WhistleDecision): Record<string, SqlValue> {
  const { progress } = after;
  return {
    decided_at: new Date(at),
    ...{ state: after.state, grade: after.grade, level: after.level, rule_set_version: after.ruleSetVersion },
    waiting_for: asJson(after.waitingFor),
    waiting_since: instant(after.waitingSince),
    due_at: instant(after.dueAt),
    next_rung: after.nextRung ? asJson(after.nextRung) : null,
    deadlines: asJson(after.deadlines),
    rework_count: progress.reworkCount,
    lead_department_id: leadOf(progress) ?? null,
    department_ids: progress.tasks.map(({ departmentId }) => departmentId),
    member_ids: progress.memberIds,
    ...{ outcome: progress.outcome ?? null, master_id: progress.masterId ?? null },
    ...{ reporter_count: progress.reporterCount, progress: asJson(progress) },
    ...(fact.type === 'accepted'
      ? { tier: fact.tier, track: fact.track, candidate_lead_id: fact.candidateLeadId, accepted_by: by.userId }
      : {}),
    ...(fact.type === 'repeatLinked' ? { repeat_of: fact.repeatOf } : {}),
    ...(isConcluding(fact) ? { concluded_at: new Date(at), follow_up_started_at: null } : {}),
    ...(fact.type === 'rung' && fact.kind === 'redCard' ? { red_carded_at: new Date(at) } : {}),
    ...(fact.type === 'reopened' ? { reopened_at: new Date(at), concluded_at: null } : {}),
  };
}
