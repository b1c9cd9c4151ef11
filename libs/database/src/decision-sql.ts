import { toIso } from '@hsl/contracts/instants';
import type { Decision } from './decision.js';
import { envelopesOf } from './event-envelope.js';
import { assertIdentifier } from './identifiers.js';
import type { IdempotentAnswer } from './idempotent-request.js';
import { Parameters } from './sql-fragment.js';
import { asJson } from './sql-values.js';

/** Set by the statement itself, never by a patch. */
const RESERVED = new Set(['id', 'subdistrict_id', 'version', 'last_decision_id']);

/** The statement of one decision: aggregate, timeline, outbox, further steps, the answer given; all or nothing. */
export function decisionSql(decision: Decision, answer?: IdempotentAnswer): { text: string; values: unknown[] } {
  assertIdentifier(decision.table);
  const parameters = new Parameters();
  const decisionId = parameters.add(decision.decisionId);
  const steps = [
    `decided AS (${decision.insert ? insertSql(decision, parameters, decisionId) : updateSql(decision, parameters, decisionId)})`,
    ...(decision.timeline.length > 0 ? [`told AS (${timelineSql(decision, parameters, decisionId)})`] : []),
    ...(decision.events.length > 0 ? [`announced AS (${outboxSql(decision, parameters)})`] : []),
    ...(answer ? [`answered AS (${answerSql(answer, parameters)})`] : []),
    ...(decision.also ?? []).map((fragment) => `"${fragment.name}" AS (${parameters.render(fragment)})`),
  ];
  return { text: `WITH ${steps.join(',\n')}\nSELECT version FROM decided`, values: parameters.values };
}

function columnsOf(decision: Decision): [string, Decision['patch'][string]][] {
  const columns = Object.entries(decision.patch).filter(([, value]) => value !== undefined);
  for (const [column] of columns) {
    assertIdentifier(column);
    if (RESERVED.has(column)) throw new RangeError(`${column} is not for a patch to set`);
  }
  return columns;
}

function updateSql(decision: Decision, parameters: Parameters, decisionId: string): string {
  const sets = columnsOf(decision).map(([column, value]) => `"${column}" = ${parameters.add(value)}`);
  const [id, tenant] = [parameters.add(decision.id), parameters.add(decision.subdistrictId)];
  const expected = `${parameters.add(decision.expectedVersion)}::integer`;
  const isNext = `version = ${expected}`;
  const mayDecide = decision.supersedesForgotten
    ? `${isNext} OR (${forgottenSql(decision, parameters, { decisionId, tenant, expected })})`
    : isNext;
  return `UPDATE "${decision.table}"
    SET ${[...sets, `version = ${expected} + 1`, `last_decision_id = ${decisionId}`].join(', ')}
    WHERE id = ${id} AND subdistrict_id = ${tenant} AND (${mayDecide})
    RETURNING id::text AS id, subdistrict_id, version`;
}

/**
 * Whether what the entry `t` tells still holds: nothing else was decided in its place, or before it, since. Its being in
 * the history does not say so: an attempt that died may have been superseded by one that died too.
 */
export const STANDS = `NOT EXISTS (SELECT 1 FROM timeline_entry s
            WHERE s.aggregate_id = t.aggregate_id AND s.subdistrict_id = t.subdistrict_id AND s.position > t.position
              AND s.version <= t.version AND s.decision_id <> t.decision_id)`;

/**
 * Only what was decided earlier gives way: a worker that was frozen and wakes late must not overwrite its successor. An
 * attempt may have died after several decisions; whichever of them is made again and still holds is left as it is.
 */
const forgottenSql = (
  { table, at }: Decision,
  parameters: Parameters,
  { decisionId, tenant, expected }: { decisionId: string; tenant: string; expected: string },
): string => `version > ${expected} AND last_decision_id <> ${decisionId} AND NOT EXISTS (
        SELECT 1 FROM timeline_entry t WHERE t.aggregate_id = "${table}".id::text AND t.subdistrict_id = ${tenant}
          AND t.version > ${expected} AND ((t.decision_id = ${decisionId} AND ${STANDS}) OR t.at >= ${parameters.add(toIso(at))}::timestamptz))`;

function insertSql(decision: Decision, parameters: Parameters, decisionId: string): string {
  const columns = columnsOf(decision);
  const names = ['id', 'subdistrict_id', 'version', 'last_decision_id', ...columns.map(([column]) => column)];
  const values = [
    parameters.add(decision.id),
    parameters.add(decision.subdistrictId),
    '1',
    decisionId,
    ...columns.map(([, value]) => parameters.add(value)),
  ];
  return `INSERT INTO "${decision.table}" (${names.map((name) => `"${name}"`).join(', ')})
    VALUES (${values.join(', ')})
    ON CONFLICT (id) DO NOTHING
    RETURNING id::text AS id, subdistrict_id, version`;
}

function timelineSql(decision: Decision, parameters: Parameters, decisionId: string): string {
  const rows = decision.timeline.map((row) => ({
    kind: row.kind,
    from_state: row.fromState,
    to_state: row.toState,
    actor_id: row.actorId,
    actor_role: row.actorRole,
    at: toIso(row.at ?? decision.at),
    details: row.details ?? {},
  }));
  return `INSERT INTO timeline_entry
      (subdistrict_id, aggregate_id, version, decision_id, kind, from_state, to_state, actor_id, actor_role, at, details)
    SELECT decided.subdistrict_id, decided.id, decided.version, ${decisionId},
      t.kind, t.from_state, t.to_state, t.actor_id, t.actor_role, t.at, t.details
    FROM decided, jsonb_to_recordset(${parameters.add(asJson(rows))}::jsonb) AS t
      (kind text, from_state text, to_state text, actor_id text, actor_role text, at timestamptz, details jsonb)`;
}

/** `json`, not `jsonb`: the envelope goes out as it came in, and is not parsed twice. */
function outboxSql(decision: Decision, parameters: Parameters): string {
  const rows = envelopesOf(decision).map((envelope) => ({ subject: envelope.subject, envelope }));
  return `INSERT INTO outbox_event (subdistrict_id, subject, envelope)
    SELECT decided.subdistrict_id, o.subject, o.envelope
    FROM decided, json_to_recordset(${parameters.add(asJson(rows))}::json) AS o (subject text, envelope json)`;
}

/** No ON CONFLICT: a key that was used before must undo everything else in the statement. */
function answerSql(answer: IdempotentAnswer, parameters: Parameters): string {
  const { requesterId, key, bodyHash, status, body } = answer;
  return `INSERT INTO idempotent_request (subdistrict_id, requester_id, key, body_hash, status, answer)
    SELECT decided.subdistrict_id, ${parameters.add(requesterId)}::text, ${parameters.add(key)}::text,
      ${parameters.add(bodyHash)}::text, ${parameters.add(status)}::integer, ${parameters.add(asJson(body))}::json
    FROM decided`;
}
