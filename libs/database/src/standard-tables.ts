import { IDEMPOTENT_REQUEST_MODEL, IDEMPOTENT_REQUEST_SQL } from './idempotent-request-sql.js';
import { INBOX_MODEL, INBOX_SQL } from './inbox-sql.js';
import { OUTBOX_MODEL, OUTBOX_SQL } from './outbox-sql.js';
import { TIMELINE_MODEL, TIMELINE_SQL } from './timeline-sql.js';

/** The tables that this library and libs/kafka expect, as Prisma models and as they stand in a migration. */
export const STANDARD_TABLES = [
  { name: 'OutboxEvent', model: OUTBOX_MODEL, sql: OUTBOX_SQL },
  { name: 'InboxEvent', model: INBOX_MODEL, sql: INBOX_SQL },
  { name: 'TimelineEntry', model: TIMELINE_MODEL, sql: TIMELINE_SQL },
  { name: 'IdempotentRequest', model: IDEMPOTENT_REQUEST_MODEL, sql: IDEMPOTENT_REQUEST_SQL },
] as const;
