import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestStack } from '../../local/test-stack.js';
import { readProcesses, usageOfFamily } from '../machine/process-usage.js';
import type { WhistleRows } from '../platform/whistle-rows.js';

/** What a platform holds at one moment. */
export interface Footprint {
  /** Bytes of each service's database, indexes and dead rows included, by service. */
  databases: Record<string, number>;
  /** Bytes of the files of Temporal's own database. */
  temporal: number;
  /** kB of memory (proportional set size) by program. */
  pssKb: Record<string, number>;
}

const NAMESPACE = 'hsl_';

export async function footprintOf(stack: TestStack, rows: WhistleRows): Promise<Footprint> {
  const found = await rows.pool.query<{ name: string; bytes: number }>(
    `SELECT substr(datname, ${NAMESPACE.length + 1}) AS name, pg_database_size(datname)::float8 AS bytes
     FROM pg_database WHERE starts_with(datname, '${NAMESPACE}')`,
  );
  const running = readProcesses();
  const memory = Object.entries(stack.processes).map(
    ([name, { pid }]) => [name, usageOfFamily(pid, running).pssKb] as const,
  );
  return {
    databases: Object.fromEntries(found.rows.map(({ name, bytes }) => [name, bytes])),
    temporal: bytesIn(join(stack.dir, 'temporal')),
    pssKb: Object.fromEntries(memory),
  };
}

/** The database file with its write-ahead log. */
const bytesIn = (dir: string): number =>
  readdirSync(dir)
    .filter((file) => file.startsWith('temporal.db'))
    .reduce((total, file) => total + statSync(join(dir, file)).size, 0);
