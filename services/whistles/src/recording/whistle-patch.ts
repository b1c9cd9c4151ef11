import { asJson, type SqlValue } from '@hsl/database/sql-values';
import type { WhistleDecision } from '@hsl/workflows/whistle/whistle.activities';

const instant = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));

/** The columns of the row after a decision. */
export function patchOf({ after, fact, by, at }: WhistleDecision): Record<string, SqlValue> {
  return {
    ...{ state: after.state, grade: after.grade, level: after.level, rule_set_version: after.ruleSetVersion },
    waiting_for: asJson(after.waitingFor),
    waiting_since: instant(after.waitingSince),
    due_at: instant(after.dueAt),
    next_rung: after.nextRung ? asJson(after.nextRung) : null,
    deadlines: asJson(after.deadlines),
    rework_count: after.reworkCount,
    lead_department_id: after.leadDepartmentId ?? null,
    department_ids: after.departmentIds,
    member_ids: after.memberIds,
    ...(fact.type === 'accepted'
      ? { tier: fact.tier, track: fact.track, candidate_lead_id: fact.candidateLeadId, accepted_by: by.userId }
      : {}),
    ...(after.state === 'CONCLUDED' ? { concluded_at: new Date(at) } : {}),
  };
}
