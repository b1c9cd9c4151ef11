import type pg from 'pg';

/**
 * Runs `work` in one transaction: committed if it resolves, undone if it rejects.
 * A connection that failed is thrown away instead of going back to the pool.
 */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  // A server that cuts the connection between two statements would otherwise end the process.
  const onError = (error: Error): void => void (lost = error);
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    lost ??= await rollback(client);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(lost);
  }
}

/** What hinders the rollback, if anything; the server rolls back by itself when the connection goes. */
async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
