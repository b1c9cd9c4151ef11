import { toIso, type Instant } from '@hsl/contracts/instants';
import type { DerivedMatter } from './derive.js';
import type { FiredRung, MatterFile, TaskFacts } from './matter-file.js';
import type { Row } from './row-upsert.js';
import { cellsOf } from './tally.js';

const iso = (instant: Instant | undefined): string | null => (instant === undefined ? null : toIso(instant));

export function matterRow(
  subdistrictId: string,
  whistle: NonNullable<MatterFile['whistle']>,
  matter: DerivedMatter,
): Row {
  const countOf = (kind: FiredRung['kind']): number => matter.cards.filter((card) => card.kind === kind).length;
  return {
    whistle_id: matter.whistleId,
    subdistrict_id: subdistrictId,
    number: matter.number,
    community_id: matter.communityId,
    category_code: matter.categoryCode,
    topic_id: matter.topicId ?? null,
    state: matter.state,
    kind: whistle.kind ?? null,
    grade: matter.grade,
    level: matter.level,
    lead_department_id: matter.leadDepartmentId ?? null,
    rework_count: matter.reworkCount,
    version: matter.version,
    blown_at: iso(matter.blownAt),
    concluded_at: iso(matter.concludedAt),
    outcome: matter.outcome ?? null,
    updated_at: iso(matter.at),
    snapshot: whistle.snapshot,
    snapshot_sequence: whistle.sequence,
    is_open: matter.isOpen,
    ended_at: iso(matter.endedAt),
    department_ids: matter.departmentIds,
    waiting_for: matter.waitingFor,
    is_waiting: matter.waitingFor.length > 0,
    waiting_since: iso(matter.waitingSince),
    due_at: iso(matter.dueAt),
    due_order: iso(matter.dueAt) ?? 'infinity',
    next_rung: matter.nextRung ?? null,
    yellow_cards: countOf('yellowCard'),
    red_cards: countOf('redCard'),
    tallied: cellsOf(matter),
  };
}

export const taskRow = (subdistrictId: string, whistleId: string, task: TaskFacts): Row => ({
  task_id: task.taskId,
  subdistrict_id: subdistrictId,
  whistle_id: whistleId,
  department_id: task.departmentId,
  role: task.role,
  round: task.round,
  state: task.state,
  acknowledge_due_at: iso(task.acknowledgeDueAt),
  feedback_due_at: iso(task.feedbackDueAt),
  next_rung: task.nextRung ?? null,
  ruling: task.ruling ?? null,
  version: task.version,
  sequence: task.sequence,
  updated_at: iso(task.at),
});

export const rungRow = (subdistrictId: string, whistleId: string, rung: FiredRung): Row => ({
  subdistrict_id: subdistrictId,
  whistle_id: whistleId,
  owner_id: rung.ownerId,
  step: rung.step,
  due_at: iso(rung.dueAt),
  rung: rung.rung,
  kind: rung.kind,
  department_id: rung.departmentId ?? null,
  member_id: rung.memberId ?? null,
  fired_at: iso(rung.at),
  next_rung: rung.nextRung ?? null,
  sequence: rung.sequence,
});
