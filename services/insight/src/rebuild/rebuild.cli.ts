import { databaseOptionsOf } from '@hsl/database/database.module';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { createKafka } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { readEnv } from '@hsl/platform/env';
import { createNoClient } from '../database.js';
import { rebuild } from './rebuild.js';

/** Where `npm start` puts its servers, unless told otherwise. */
process.env['KAFKA_BROKERS'] ||= `127.0.0.1:${process.env['HSL_PORT_KAFKA'] ?? '9292'}`;
process.env['DATABASE_URL'] ||= `postgres://hsl:hsl@127.0.0.1:${process.env['HSL_PORT_POSTGRES'] ?? '5544'}`;

// `npm run rebuild`: board and figures from the events alone.
const database = new TenantDatabase(databaseOptionsOf({ name: 'insight', createClient: createNoClient }));
try {
  const kafka = createKafka('hsl-rebuild', readEnv(kafkaEnvSchema));
  const { events, unreadable } = await rebuild(kafka, database);
  process.stdout.write(`${events} events told again; ${unreadable} messages were none\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}
