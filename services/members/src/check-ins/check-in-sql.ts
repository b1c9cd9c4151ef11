import type { CheckInDecision, CheckInFact, RescheduledCheckIns } from '@hsl/workflows/check-in/check-in.activities';
import { cte, type SqlFragment } from '@hsl/database/sql-fragment';
import { asInstant, asJson } from '@hsl/database/sql-values';
import type { CheckInState } from '@hsl/contracts/states';
import { toIso } from '@hsl/contracts/instants';
import type { NewCheckIn } from './check-in-rows.js';

/** Steps of the one statement that records a decision; each reads `decided`, so that none happens without it. */

/** The members asked by this decision. */
export function askedSql(decision: CheckInDecision, asked: readonly NewCheckIn[]): SqlFragment {
  const rows = asked.map((one) => ({
    id: one.checkInId,
    member_id: one.memberId,
    round: one.round,
    pick_reason: one.reason,
    due_at: toIso(one.dueAt),
    deadline: { ...one.deadline, holderId: one.memberId },
  }));
  return cte('asked')`INSERT INTO check_in
      (id, subdistrict_id, whistle_id, number, community_id, category_code, member_id, round, state, pick_reason,
       requested_at, due_at, deadline, decision_no)
    SELECT r.id, decided.subdistrict_id, decided.id::uuid, ${decision.number}::text, ${decision.communityId}::text,
      ${decision.categoryCode}::text, r.member_id, r.round, 'REQUESTED', r.pick_reason,
      ${asInstant(decision.at)}::timestamptz, r.due_at, r.deadline, decided.version
    FROM decided, jsonb_to_recordset(${asJson(rows)}::jsonb) AS r
      (id uuid, member_id text, round integer, pick_reason jsonb, due_at timestamptz, deadline jsonb)`;
}

/** A member who was not asked takes it on: asked and answered in one. */
export const claimedSql = (
  { number, communityId, categoryCode, at }: CheckInDecision,
  { checkInId, memberId, round, deadline }: Extract<CheckInFact, { type: 'claimed' }>,
): SqlFragment => cte('claimed')`INSERT INTO check_in
      (id, subdistrict_id, whistle_id, number, community_id, category_code, member_id, round, state, pick_reason,
       requested_at, due_at, deadline, answered_at, decision_no)
    SELECT ${checkInId}::uuid, decided.subdistrict_id, decided.id::uuid, ${number}::text, ${communityId}::text,
      ${categoryCode}::text, ${memberId}::text, ${round}::integer, 'CONFIRMED',
      ${asJson({ postedHere: false, skillsMatched: [], openLoad: 0, rank: 1, claimed: true })}::jsonb,
      ${asInstant(at)}::timestamptz, ${asInstant(deadline.dueAt)}::timestamptz,
      ${asJson({ ...deadline, holderId: memberId, doneAt: at })}::jsonb, ${asInstant(at)}::timestamptz, decided.version
    FROM decided`;

/** A member's answer. What was written with it is named only if it is still there: a sweep must not stop a decision. */
export const answeredSql = (
  { at }: CheckInDecision,
  state: CheckInState,
  answer: { checkInId: string; reasonCode?: string; contentId?: string },
): SqlFragment =>
  cte('answered')`UPDATE check_in
    SET state = ${state}, answered_at = ${asInstant(at)}, reason_code = ${answer.reasonCode ?? null},
      content_id = (SELECT a.id FROM answer_content a WHERE a.id = ${answer.contentId ?? null}::uuid)
    FROM decided
    WHERE check_in.whistle_id = decided.id::uuid AND check_in.id = ${answer.checkInId}::uuid`;

/** The draft becomes what the member said. */
export const finalSql = (contentId: string): SqlFragment =>
  cte('finalised')`UPDATE answer_content SET final = true
    FROM decided
    WHERE answer_content.subdistrict_id = decided.subdistrict_id AND answer_content.id = ${contentId}::uuid`;

/** What the clock does to members who stayed silent. */
export const movedSql = (state: CheckInState, checkInIds: readonly string[]): SqlFragment =>
  cte('moved')`UPDATE check_in SET state = ${state}
    FROM decided
    WHERE check_in.whistle_id = decided.id::uuid AND check_in.id = ANY (${checkInIds}::uuid[])`;

export const remindedSql = ({ at }: CheckInDecision, checkInIds: readonly string[]): SqlFragment =>
  cte('reminded')`UPDATE check_in SET reminded_at = ${asInstant(at)}
    FROM decided
    WHERE check_in.whistle_id = decided.id::uuid AND check_in.id = ANY (${checkInIds}::uuid[])`;

/** Deadlines that were found again; each keeps whose it is. */
export function rescheduledSql(rescheduled: readonly RescheduledCheckIns[]): SqlFragment {
  const rows = rescheduled.flatMap(({ checkInIds, deadline }) =>
    checkInIds.map((id) => ({ id, due_at: toIso(deadline.dueAt), deadline })),
  );
  return cte('rescheduled')`UPDATE check_in
    SET due_at = r.due_at, deadline = r.deadline || jsonb_build_object('holderId', check_in.member_id)
    FROM decided, jsonb_to_recordset(${asJson(rows)}::jsonb) AS r (id uuid, due_at timestamptz, deadline jsonb)
    WHERE check_in.whistle_id = decided.id::uuid AND check_in.id = r.id`;
}
