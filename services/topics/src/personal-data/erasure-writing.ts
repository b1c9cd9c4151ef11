import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import { queryRows } from '@hsl/database/model-rows';
import type { Queryable } from '@hsl/database/queryable';
import type { ErasureRequest } from '../generated/prisma/client.js';

/** Who decides, with the role used, the reason and the moment. */
export interface Ruling {
  by: string;
  role: string;
  reason: string;
  at: Date;
}

/** A repeat finds its own row. */
const ADD = `INSERT INTO erasure_request
    (id, subdistrict_id, subject, user_id, submission_ids, participant_ids, state, requested_at)
  SELECT $1, $2, $3, $4, $5::uuid[], $6::uuid[], 'REQUESTED', $7
  WHERE NOT EXISTS (SELECT 1 FROM erasure_request WHERE subdistrict_id = $2 AND state = 'REQUESTED' AND id <> $1
    AND (user_id = $4 OR submission_ids && $5::uuid[]))
  ON CONFLICT (id) DO NOTHING RETURNING id`;
const SETTLE = `UPDATE erasure_request SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5
  WHERE id = $1 AND state = 'REQUESTED' RETURNING id`;
/** Name, phone and position, and the code that would prove them; each with its line under the version it found. */
const FORGET_CONTACTS = `WITH gone AS (
    DELETE FROM submission_contact WHERE submission_id = ANY($1::uuid[]) RETURNING submission_id
  ), nowhere AS (
    DELETE FROM submission_position WHERE submission_id = ANY($1::uuid[]) RETURNING submission_id
  ), codes AS (DELETE FROM sender_code WHERE submission_id = ANY($1::uuid[]))
  INSERT INTO timeline_entry
    (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
  SELECT s.subdistrict_id, s.id, s.version, 'erasure/' || $2, 'contactErased', $3, $4, $5, $6::jsonb
  FROM (SELECT submission_id FROM gone UNION SELECT submission_id FROM nowhere) g
  JOIN submission s ON s.id = g.submission_id`;
/** Once a sitting is over nobody comes to it twice, so the hash made of name and phone goes with the name. */
const FORGET_NAMES = `UPDATE participant p SET resident_name = NULL, token_hash = NULL,
    person_key = CASE WHEN s.ends_at < $2 THEN 'erased ' || p.id ELSE p.person_key END
  FROM sitting s WHERE s.id = p.sitting_id AND p.id = ANY($1::uuid[]) AND p.user_id IS NULL AND p.member_id IS NULL`;

/** @returns false for a repeat, and where another request of the same person waits */
export async function addRequest(
  db: Queryable,
  request: Pick<
    ErasureRequest,
    'id' | 'subdistrictId' | 'subject' | 'userId' | 'submissionIds' | 'participantIds' | 'requestedAt'
  >,
): Promise<boolean> {
  const { id, subdistrictId, subject, userId, submissionIds, participantIds, requestedAt } = request;
  const values = [id, subdistrictId, subject, userId, submissionIds, participantIds, requestedAt];
  return (await queryRows(db, ADD, values)).length === 1;
}

/** @returns false if somebody else was faster */
export async function settle(
  db: Queryable,
  { id }: ErasureRequest,
  state: 'APPROVED' | 'REJECTED',
  { by, at, reason }: Ruling,
): Promise<boolean> {
  return (await queryRows(db, SETTLE, [id, state, by, at, reason])).length === 1;
}

/** What this service holds is gone with the transaction; the event has the others forget their part. */
export async function forget(db: Queryable, request: ErasureRequest, { by, role, reason, at }: Ruling): Promise<void> {
  const { id, subdistrictId, subject, userId, submissionIds, participantIds } = request;
  const line = [id, by, role, at, JSON.stringify({ reason, requestId: id })];
  await queryRows(db, FORGET_CONTACTS, [submissionIds, ...line]);
  await queryRows(db, FORGET_NAMES, [participantIds, at]);
  const data = {
    ...{ requestId: id, subject: subject as 'resident' | 'member', submissionIds, at: at.getTime() },
    ...(userId === null ? {} : { userId }),
  };
  const event = { type: 'personalData.erased.v1', subject: id, data } as const;
  await announce(db, [envelopeOf(event, { source: 'topics', subdistrictId, at: at.getTime(), sequence: 1 })]);
}
