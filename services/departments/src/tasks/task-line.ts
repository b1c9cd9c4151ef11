import type { ActorRef } from '@hsl/contracts/roles';
import { cte, type SqlFragment } from '@hsl/database/sql-fragment';
import { asInstant, asJson } from '@hsl/database/sql-values';
import type { TimelineKind } from './timeline-words.js';

/**
 * A line in a task's history about something that hangs on the task, in the statement that decides on that thing; of
 * version 0, since it is no decision of the task's workflow.
 */
export const taskLine = ({
  taskId,
  kind,
  by,
  at,
  details,
}: {
  taskId: string;
  kind: TimelineKind;
  by: ActorRef;
  at: number;
  details: Record<string, unknown>;
}): SqlFragment => cte('task_line')`INSERT INTO timeline_entry
      (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
    SELECT decided.subdistrict_id, ${taskId}::text, 0, ${kind}::text || '/' || decided.id || '#' || decided.version,
      ${kind}::text, ${by.userId}::text, ${by.role}::text, ${asInstant(at)}::timestamptz, ${asJson(details)}::jsonb
    FROM decided`;
