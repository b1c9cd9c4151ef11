import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const CONNECT_TIMEOUT_MS = 5_000;
/** A server that has just been started again may still refuse for a moment. */
const AGAIN_MS = 250;

/**
 * One connection for some work, closed afterwards.
 * @param attempts to connect
 */
export async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>, attempts = 20): Promise<T> {
  const client = await connect(url, attempts);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function connect(url: string, attempts: number): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    // A connection that breaks while nobody asks anything is no reason to end; the next question will fail.
    client.on('error', (error) => process.emitWarning(`database connection lost: ${error.message}`));
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === attempts) throw error;
      await sleep(AGAIN_MS);
    }
  }
}
