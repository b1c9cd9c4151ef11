import type pg from 'pg';

/** What outbox and inbox need of a service's database; libs/database provides it under the token TENANT_POOLS. */
export interface TenantPools {
  /** Sees all tenants. */
  readonly systemPool: pg.Pool;
  /** One prepared statement, which is a transaction of its own; sees the one tenant only. */
  query<Row extends object>(subdistrictId: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** Committed if `work` resolves, undone if it rejects; sees the one tenant only. */
  transaction<T>(subdistrictId: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** The same, seeing all tenants. */
  systemTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
}
