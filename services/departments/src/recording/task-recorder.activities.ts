import type { Decision } from '@hsl/database/decision';
import { VersionConflict } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { cte, type SqlFragment } from '@hsl/database/sql-fragment';
import { asInstant } from '@hsl/database/sql-values';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { DepartmentTaskActivities, TaskDecision } from '@hsl/workflows/department-task/department-task.activities';
import { Inject, Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { cardOf, eventsOf } from './decision-events.js';
import { historyOf } from './decision-history.js';
import { rowAfter } from './decision-row.js';

/** Writes what the workflow of a task decided. The workflow is the authority; this row is what people read. */
@Injectable()
export class TaskRecorder implements DepartmentTaskActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly relay: OutboxRelay,
  ) {}

  /**
   * Row, history, card, final feedback and event in one statement; a second call for the same decision changes nothing.
   * What an attempt left that died before its workflow could remember it gives way to what the workflow says.
   * @throws ApplicationFailure `VersionConflict`, which no retry can cure, if the row is not where the workflow left it
   */
  async recordTaskDecision(decision: TaskDecision): Promise<void> {
    try {
      await recordDecision(this.database.pool(decision.subdistrictId), rowDecisionOf(decision));
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.name);
    }
    this.relay.kick();
  }
}

function rowDecisionOf(decision: TaskDecision): Decision {
  const { taskId, subdistrictId, version, at, fact, by } = decision;
  return {
    table: 'department_task',
    id: taskId,
    subdistrictId,
    patch: rowAfter(decision),
    decisionId: `${taskId}#${version}/${fact.type}/${by.userId}`,
    at,
    timeline: [historyOf(decision)],
    events: eventsOf(decision),
    source: 'departments',
    also: furtherSteps(decision),
    ...(version === 1 ? { insert: true } : { expectedVersion: version - 1, supersedesForgotten: true }),
  };
}

function furtherSteps(decision: TaskDecision): SqlFragment[] {
  const { fact } = decision;
  if (fact.type === 'feedbackSubmitted') return [finalFeedback(decision, fact)];
  const card = fact.type === 'rung' ? cardOf(decision, fact) : undefined;
  return fact.type === 'rung' && card ? [issuedCard(decision, card, fact)] : [];
}

const finalFeedback = (
  { taskId, at, after }: TaskDecision,
  { contentId, onTime }: { contentId: string; onTime: boolean },
): SqlFragment => cte('final_feedback')`UPDATE feedback
    SET final_at = ${asInstant(at)}, on_time = ${onTime}, round = ${after.round}
    FROM decided WHERE feedback.id = ${contentId} AND feedback.task_id = ${taskId}`;

const issuedCard = (
  { taskId, departmentId, whistleId, number, communityId, at, after }: TaskDecision,
  { id, kind }: { id: string; kind: string },
  { step, dueAt }: { step: string; dueAt: number },
): SqlFragment => cte('issued_card')`INSERT INTO card (id, subdistrict_id, kind, step, round, task_id, department_id,
      whistle_id, number, community_id, due_at, issued_at)
    SELECT ${id}::uuid, decided.subdistrict_id, ${kind}::text, ${step}::text, ${after.round}::integer, ${taskId}::uuid,
      ${departmentId}::text, ${whistleId}::uuid, ${number}::text, ${communityId}::text,
      ${asInstant(dueAt)}::timestamptz, ${asInstant(at)}::timestamptz
    FROM decided ON CONFLICT (task_id, round, step, kind) DO NOTHING`;
