import { cte, type SqlFragment } from '@hsl/database/sql-fragment';
import type { WhistleDecision } from '@hsl/workflows/whistle/whistle.activities';

/** Rows of other tables that belong to a decision, written by its own statement. */
export function alsoOf({ fact, by, at }: WhistleDecision): SqlFragment[] {
  const content = 'contentId' in fact && fact.contentId ? [finalContent(fact.contentId)] : [];
  if ('lookBacksDueAt' in fact && fact.lookBacksDueAt) return [...content, plannedLookBacks(fact.lookBacksDueAt)];
  if (fact.type === 'reopened') return [...content, dropPlanned()];
  if (fact.type !== 'lookBackReported') return content;
  const { sequence, result, contentId, reboundWhistleId } = fact;
  const report = cte('reported')`UPDATE look_back AS l SET state = ${result}, reported_by = ${by.userId},
      reported_at = ${new Date(at)}, content_id = ${contentId ?? null}::uuid,
      rebound_whistle_id = ${reboundWhistleId ?? null}::uuid
    FROM decided WHERE l.whistle_id = decided.id::uuid AND l.sequence = ${sequence}`;
  return [...content, report];
}

/** A draft stops being one in the statement of the decision it was written for. */
const finalContent = (contentId: string): SqlFragment =>
  cte('kept')`UPDATE step_content AS c SET final = true FROM decided
    WHERE c.id = ${contentId}::uuid AND c.whistle_id = decided.id::uuid`;

const plannedLookBacks = (dueAts: number[]): SqlFragment =>
  cte('planned')`INSERT INTO look_back (whistle_id, sequence, subdistrict_id, due_at, state)
    SELECT decided.id::uuid, d.sequence + (SELECT count(*) FROM look_back AS l WHERE l.whistle_id = decided.id::uuid),
      decided.subdistrict_id, d.due_at, 'SCHEDULED'
    FROM decided, unnest(${dueAts.map((dueAt) => new Date(dueAt))}::timestamptz[]) WITH ORDINALITY AS d (due_at, sequence)`;

/** Of a matter that is taken up again nobody need look at the result; what was seen before stays. */
const dropPlanned = (): SqlFragment =>
  cte('dropped')`DELETE FROM look_back AS l USING decided
    WHERE l.whistle_id = decided.id::uuid AND l.state = 'SCHEDULED'`;
