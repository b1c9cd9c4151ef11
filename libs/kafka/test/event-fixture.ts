import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { CloudEvent } from '@hsl/contracts/event';
import { databaseUrlOf } from '@hsl/database/database-env';
import { INBOX_SQL } from '@hsl/database/inbox-sql';
import { ensureDatabase } from '@hsl/database/migrate';
import { OUTBOX_SQL } from '@hsl/database/outbox-sql';
import { rowLevelSecuritySql } from '@hsl/database/row-level-security-sql';
import { TenantDatabase, type DisposableClient } from '@hsl/database/tenant-database';

/** A table in which a handler leaves its effect. */
const EFFECT_SQL = `CREATE TABLE "effect" (
  "subdistrict_id" TEXT NOT NULL, "event_id" TEXT NOT NULL, "subject" TEXT NOT NULL, "sequence" BIGINT NOT NULL,
  "position" BIGSERIAL PRIMARY KEY);
${rowLevelSecuritySql('effect')}`;

const noClient = (): DisposableClient => ({ $disconnect: () => Promise.resolve() });

/** Creates `hsl_<service>` with outbox, inbox and a table for effects. */
export async function prepareDatabase(serverUrl: string, service: string): Promise<TenantDatabase> {
  const url = databaseUrlOf(service, serverUrl);
  await ensureDatabase(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ found: string | null }>("SELECT to_regclass('outbox_event')::text AS found");
  if (!rows[0]?.found) await client.query(`${OUTBOX_SQL}\n${INBOX_SQL}\n${EFFECT_SQL}`);
  await client.end();
  return new TenantDatabase({
    url,
    applicationName: `hsl-${service}`,
    createClient: noClient,
    size: 4,
    systemPoolSize: 4,
    maxTenants: 8,
    connectTimeoutMs: 5_000,
    statementTimeoutMs: 10_000,
    idleTimeoutMs: 10_000,
  });
}

/** An event of a topic that was proposed; `sequence` rises per subject. */
export function topicProposed(
  subject: string,
  sequence: number,
  subdistrictid = 'zx',
): CloudEvent<'topic.proposed.v1'> {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: '/hsl/topics',
    type: 'topic.proposed.v1',
    subject,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    subdistrictid,
    sequence,
    data: { topicId: subject, categoryCode: 'A1', communityIds: ['ZX01'], at: 0 },
  };
}

/** Asks until the answer is true; fails with what it asked last. */
export async function eventually(
  question: string,
  ask: () => Promise<boolean> | boolean,
  timeoutMs = 30_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`not in ${timeoutMs} ms: ${question}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
