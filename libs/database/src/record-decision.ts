import pg from 'pg';
import { orDatabaseUnavailable } from './database-down.js';
import { VersionConflict, versionAfter, type Decision, type Recorded } from './decision.js';
import { decisionSql, STANDS } from './decision-sql.js';
import { findAnswer, type IdempotentAnswer, type StoredAnswer } from './idempotent-request.js';
import type { Queryable } from './queryable.js';
import { statementNameOf } from './statement-names.js';

/**
 * Records one decision in ONE statement: the aggregate's row goes from the expected version to the next (or is born at
 * version 1) and, only if it does, timeline and outbox rows and the further steps are written with it.
 *
 * Idempotent by (id, version, decisionId): a retry after a lost answer finds its own decision and writes nothing.
 * @param db the tenant's pool; or a client, if it must be part of a larger transaction
 * @throws VersionConflict if another decision came first, or the row is not there
 * @throws ProblemError databaseUnavailable
 */
export async function recordDecision(db: Queryable, decision: Decision): Promise<Recorded> {
  return orDatabaseUnavailable(async () => {
    const version = await execute(db, decision);
    return version === undefined ? outcomeOf(db, decision) : { version, repeated: false };
  });
}

/**
 * The same for a request with an Idempotency-Key: the answer is stored in the same statement, and a key that was used
 * before undoes it and gets the stored answer.
 * @param db the tenant's pool; not a client in a transaction, which a used key would abort
 * @returns the answer to send: `answer` itself, or the one stored before
 * @throws ProblemError idempotencyKeyReused if the key came with another body; databaseUnavailable
 * @throws VersionConflict as recordDecision does
 */
export async function recordRequest(
  db: Queryable,
  decision: Decision,
  answer: IdempotentAnswer,
): Promise<StoredAnswer & { repeated: boolean }> {
  return orDatabaseUnavailable(async () => {
    if ((await executeOnce(db, decision, answer)) !== undefined) {
      return { status: answer.status, body: answer.body, repeated: false };
    }
    const stored = await findAnswer(db, decision.subdistrictId, answer);
    if (stored) return { ...stored, repeated: true };
    const { repeated } = await outcomeOf(db, decision);
    return { status: answer.status, body: answer.body, repeated };
  });
}

async function execute(db: Queryable, decision: Decision, answer?: IdempotentAnswer): Promise<number | undefined> {
  const { text, values } = decisionSql(decision, answer);
  const { rows } = await db.query<{ version: number }>({ name: statementNameOf(text), text, values });
  return rows[0]?.version;
}

/** undefined also if the key was used before; then the statement as a whole has had no effect. */
async function executeOnce(db: Queryable, decision: Decision, answer: IdempotentAnswer): Promise<number | undefined> {
  try {
    return await execute(db, decision, answer);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint === 'idempotent_request_pkey') return undefined;
    throw error;
  }
}

/** Nothing was written: was it this decision that had been recorded, or another one? */
async function outcomeOf(db: Queryable, decision: Decision): Promise<Recorded> {
  const { table, id, subdistrictId, decisionId } = decision;
  const version = versionAfter(decision);
  const { rows } = await db.query<{ version: number; repeated: boolean }>({
    text: `SELECT version, (version = $3 AND last_decision_id = $4) OR EXISTS (
        SELECT 1 FROM timeline_entry t
        WHERE t.aggregate_id = $5 AND t.subdistrict_id = $2 AND t.version = $3 AND t.decision_id = $4 AND ${STANDS}
      ) AS repeated
      FROM "${table}" WHERE id = $1 AND subdistrict_id = $2`,
    values: [id, subdistrictId, version, decisionId, id],
  });
  const [found] = rows;
  if (found?.repeated) return { version, repeated: true };
  throw new VersionConflict(table, id, version - 1, found?.version);
}
