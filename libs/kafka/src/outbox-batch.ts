import type { Message } from 'kafkajs';
import type pg from 'pg';
import type { TenantPools } from './tenant-pools.js';

/** Only one relay of a service publishes at a time: two would mix up the order of an aggregate's events. */
const RELAY_LOCK = 4_871_001;

interface OutboxRow {
  subject: string;
  envelope: string;
}

/**
 * Takes the oldest rows under the relay's lock; nothing if another relay holds it. They are gone only when the
 * transaction commits.
 */
const TAKE = {
  name: 'take_outbox',
  text: `WITH taken AS (
      DELETE FROM outbox_event WHERE position IN (
        SELECT position FROM outbox_event
        WHERE (SELECT pg_try_advisory_xact_lock(${RELAY_LOCK}))
        ORDER BY position LIMIT $1
      )
      RETURNING position, subject, envelope::text AS envelope
    )
    SELECT subject, envelope FROM taken ORDER BY position`,
};

/** True if there is anything to publish; far cheaper than taking. */
export async function hasOutboxRows(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ found: boolean }>({
    name: 'has_outbox',
    text: 'SELECT EXISTS (SELECT 1 FROM outbox_event) AS found',
  });
  return rows[0]?.found ?? false;
}

/** The broker did not take it. Carries no cause: a refused connection would pass for the database's. */
class PublishFailed extends Error {
  override name = 'PublishFailed';
}

/**
 * Publishes the oldest rows, in order, and deletes them once the broker has them. If anything fails in between, also
 * this process, the rows are still there and are published again.
 * @returns how many were published
 */
export async function publishBatch(
  pools: TenantPools,
  limit: number,
  publish: (messages: Message[]) => Promise<void>,
): Promise<number> {
  return pools.systemTransaction(async (client) => {
    const { rows } = await client.query<OutboxRow>({ ...TAKE, values: [limit] });
    if (rows.length > 0) await publishOrFail(publish, rows);
    return rows.length;
  });
}

async function publishOrFail(publish: (messages: Message[]) => Promise<void>, rows: OutboxRow[]): Promise<void> {
  try {
    await publish(rows.map(toMessage));
  } catch (error) {
    throw new PublishFailed(error instanceof Error ? error.message : String(error));
  }
}

const toMessage = ({ subject, envelope }: OutboxRow): Message => ({
  key: subject,
  value: envelope,
  headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
});
