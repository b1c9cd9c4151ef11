import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { codeOf, messageOf } from './bootstrap/error-facts.mjs';
import { CHECKOUT } from './bootstrap/paths.mjs';

export const TEMPORAL_NAMESPACE = 'hsl';

const RETENTION_SECONDS = 30 * 24 * 60 * 60;
const CONNECT_TIMEOUT_MS = 2_000;
/** A cluster's frontends learn of a new namespace within about ten seconds. */
const VISIBLE_WITHIN_MS = 30_000;
const NOT_FOUND = 5;
/** Of temporal.api.enums.v1.IndexedValueType, those we use. */
const VALUE_TYPES = { Keyword: 2, Datetime: 6 } as const;

type SearchAttributes = Record<string, keyof typeof VALUE_TYPES>;

/** @returns undefined if the server answers, else why not */
export async function temporalHealth(address: string): Promise<string | undefined> {
  try {
    await withConnection(address, async (connection) => connection.healthService.check({}));
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** Makes the namespace (closed workflows are kept for 30 days) and the search attributes the server lacks. */
export async function ensureNamespace(address: string, namespace: string): Promise<void> {
  await withConnection(address, async (connection) => {
    await registerIfMissing(connection, namespace);
    await keepForThirtyDays(connection, namespace);
    await addSearchAttributes(connection, namespace);
  });
}

async function registerIfMissing({ workflowService }: Connection, namespace: string): Promise<void> {
  try {
    await workflowService.describeNamespace({ namespace });
  } catch (error) {
    if (codeOf(error) !== NOT_FOUND) throw error;
    await workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: RETENTION_SECONDS as never },
    });
  }
}

async function keepForThirtyDays({ workflowService }: Connection, namespace: string): Promise<void> {
  const { config } = await workflowService.describeNamespace({ namespace });
  if (Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) === RETENTION_SECONDS) return;
  await workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: { seconds: RETENTION_SECONDS as never } },
  });
}

async function addSearchAttributes({ operatorService }: Connection, namespace: string): Promise<void> {
  const wanted = Object.entries(searchAttributes());
  const existing = await onceVisible(async () => operatorService.listSearchAttributes({ namespace }));
  const missing = wanted.filter(([name]) => !(name in existing.customAttributes));
  if (missing.length === 0) return;
  const types = Object.fromEntries(missing.map(([name, type]) => [name, VALUE_TYPES[type]]));
  await operatorService.addSearchAttributes({ namespace, searchAttributes: types });
}

function searchAttributes(): SearchAttributes {
  const file = join(CHECKOUT, 'deploy', 'temporal', 'search-attributes.json');
  return JSON.parse(readFileSync(file, 'utf8')) as SearchAttributes;
}

async function onceVisible<T>(call: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + VISIBLE_WITHIN_MS;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (codeOf(error) !== NOT_FOUND || Date.now() > giveUpAt) throw error;
      await sleep(500);
    }
  }
}

/** The client is large: loaded only by those who need it. */
async function withConnection<T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const { Connection: Client } = await import('@temporalio/client');
  const connection = await Client.connect({ address, connectTimeout: CONNECT_TIMEOUT_MS });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
