import { cte, type SqlFragment } from '@hsl/database/sql-fragment';
import { asInstant } from '@hsl/database/sql-values';
import type { IssuedOrder, TaskDecision, TaskFact } from '@hsl/workflows/department-task/department-task.activities';
import { cardOf, type IssuedCard, type RungFact } from './decision-events.js';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Rows of other tables that belong to a decision, written by its own statement. */
export const furtherSteps = (decision: TaskDecision): SqlFragment[] => [
  ...(decision.version === 1 ? [knownWhistle(decision)] : []),
  ...stepsOf(decision),
];

/** A task may come before the news of its whistle, which then tell who checked in. */
const knownWhistle = ({ whistleId }: TaskDecision): SqlFragment =>
  cte('known')`INSERT INTO known_whistle (id, subdistrict_id, member_ids)
    SELECT ${whistleId}::uuid, decided.subdistrict_id, '{}' FROM decided ON CONFLICT (id) DO NOTHING`;

function stepsOf(decision: TaskDecision): SqlFragment[] {
  const { fact } = decision;
  if (fact.type === 'feedbackSubmitted') return [finalFeedback(decision, fact), finalFiles(decision, fact)];
  const note = 'contentId' in fact && fact.contentId ? [finalNote(decision, fact.contentId)] : [];
  if (fact.type === 'rung') return rungSteps(decision, fact);
  if (fact.type === 'reworked' && fact.order) return [issuedOrder(decision, fact.order)];
  if (fact.type === 'orderAnswered') return [...note, answeredOrder(decision, fact)];
  return fact.type === 'disputeSettled' && decision.role === 'lead' ? [...note, ...precedent(decision, fact)] : note;
}

function rungSteps(decision: TaskDecision, fact: RungFact): SqlFragment[] {
  const card = cardOf(decision, fact);
  return [
    ...(card ? [issuedCard(decision, card, fact)] : []),
    ...(fact.order ? [issuedOrder(decision, fact.order)] : []),
    ...(fact.kind === 'interview' ? [summons(decision, fact)] : []),
  ];
}

const finalFeedback = (
  { taskId, at, after }: TaskDecision,
  { contentId, onTime }: { contentId: string; onTime: boolean },
): SqlFragment => cte('final_feedback')`UPDATE feedback
    SET final_at = ${asInstant(at)}, on_time = ${onTime}, round = ${after.round}
    FROM decided WHERE feedback.id = ${contentId} AND feedback.task_id = ${taskId}`;

/** Files that the feedback names are part of it from now on. */
const finalFiles = ({ taskId, at }: TaskDecision, { contentId }: { contentId: string }): SqlFragment => cte(
  'final_files',
)`UPDATE stored_file SET attached_at = ${asInstant(at)}
    FROM decided, feedback f, jsonb_array_elements(f.evidence) AS piece,
      jsonb_array_elements_text(coalesce(piece -> 'fileIds', '[]')) AS named
    WHERE f.id = ${contentId}::uuid AND f.task_id = ${taskId}::uuid AND stored_file.id = named::uuid
      AND stored_file.matter = 'departmentTask' AND stored_file.matter_id = ${taskId}::text
      AND stored_file.stored_at IS NOT NULL AND stored_file.attached_at IS NULL`;

const finalNote = ({ taskId }: TaskDecision, noteId: string): SqlFragment =>
  cte('final_note')`UPDATE task_note SET final = true
    FROM decided WHERE task_note.id = ${noteId}::uuid AND task_note.task_id = ${taskId}::uuid`;

const issuedCard = (
  { taskId, departmentId, whistleId, number, communityId, at, after }: TaskDecision,
  { id, kind }: IssuedCard,
  { step, dueAt }: RungFact,
): SqlFragment => cte('issued_card')`INSERT INTO card (id, subdistrict_id, kind, step, round, task_id, department_id,
      whistle_id, number, community_id, due_at, issued_at)
    SELECT ${id}::uuid, decided.subdistrict_id, ${kind}::text, ${step}::text, ${after.round}::integer, ${taskId}::uuid,
      ${departmentId}::text, ${whistleId}::uuid, ${number}::text, ${communityId}::text,
      ${asInstant(dueAt)}::timestamptz, ${asInstant(at)}::timestamptz
    FROM decided ON CONFLICT (task_id, round, step, kind) DO NOTHING`;

const issuedOrder = (
  { taskId, departmentId, whistleId, number, communityId, at, after }: TaskDecision,
  { orderId, step, dueAt }: IssuedOrder,
): SqlFragment => cte(
  'issued_order',
)`INSERT INTO supervise_order (id, subdistrict_id, task_id, department_id, whistle_id,
      number, community_id, step, round, state, issued_at, due_at)
    SELECT ${orderId}::uuid, decided.subdistrict_id, ${taskId}::uuid, ${departmentId}::text, ${whistleId}::uuid,
      ${number}::text, ${communityId}::text, ${step}::text, ${after.round}::integer, 'ISSUED',
      ${asInstant(at)}::timestamptz, ${asInstant(dueAt)}::timestamptz
    FROM decided ON CONFLICT (id) DO NOTHING`;

const answeredOrder = (
  { at, by }: TaskDecision,
  { orderId, contentId }: Extract<TaskFact, { type: 'orderAnswered' }>,
): SqlFragment => cte(
  'answered_order',
)`UPDATE supervise_order AS o SET state = 'ANSWERED', answered_at = ${asInstant(at)},
      answered_by = ${by.userId}, note_id = ${contentId ?? null}::uuid
    FROM decided WHERE o.id = ${orderId}::uuid AND o.state = 'ISSUED'`;

/** Domain 4.4 rung 5: an interview, and a line in the bulletin of the month. */
const summons = (
  { taskId, departmentId, whistleId, number, communityId, at, after }: TaskDecision,
  { step, dueAt }: RungFact,
): SqlFragment => cte('summons')`INSERT INTO interview (id, subdistrict_id, task_id, department_id, whistle_id, number,
      community_id, step, round, due_at, summoned_at, bulletin_month)
    SELECT gen_random_uuid(), decided.subdistrict_id, ${taskId}::uuid, ${departmentId}::text, ${whistleId}::uuid,
      ${number}::text, ${communityId}::text, ${step}::text, ${after.round}::integer, ${asInstant(dueAt)}::timestamptz,
      ${asInstant(at)}::timestamptz, ${monthOf(at)}::text
    FROM decided ON CONFLICT (task_id, round, step) DO NOTHING`;

const monthOf = (at: number): string => new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 7);

/** Domain 4.5 dispute: the ruling is written to the routing table; who led until now supports no more. */
const precedent = (
  { categoryCode, whistleId }: TaskDecision,
  { toDepartmentId }: { toDepartmentId: string },
): SqlFragment[] => [
  cte(
    'precedent',
  )`UPDATE routing_row AS r SET lead_department_id = ${toDepartmentId}, precedent_of = ${whistleId}::uuid, version = r.version + 1,
      supporting_department_ids = array_remove(r.supporting_department_ids, ${toDepartmentId})
    FROM decided WHERE r.subdistrict_id = decided.subdistrict_id AND r.category_code = ${categoryCode}`,
];
