import pg from 'pg';
import { TENANT_SETTING } from './row-level-security-sql.js';

/** How a pool behaves; see `databaseEnvSchema` for the variables and their defaults. */
export interface PoolSettings {
  /** The service's own database. */
  url: string;
  /** Shown in pg_stat_activity. */
  applicationName: string;
  /** Connections at most, per pool. */
  size: number;
  connectTimeoutMs: number;
  statementTimeoutMs: number;
  idleTimeoutMs: number;
}

/** A transaction that stopped half-way (a frozen process) gives its locks back after this. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
/** What the client waits longer than the server: an answer lost on the way must not hang a request for ever. */
const ANSWER_GRACE_MS = 5_000;

/**
 * A pool whose connections see one tenant's rows only, or all of them for `*`. The setting travels with the connection
 * itself, so that no statement has to carry it.
 * @param tenant has been checked: it becomes part of a connection option
 */
export function createTenantPool(tenant: string, settings: PoolSettings, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: settings.url,
    options: `-c ${TENANT_SETTING}=${tenant}`,
    application_name: settings.applicationName,
    max: settings.size,
    connectionTimeoutMillis: settings.connectTimeoutMs,
    idleTimeoutMillis: settings.idleTimeoutMs,
    statement_timeout: settings.statementTimeoutMs,
    query_timeout: settings.statementTimeoutMs + ANSWER_GRACE_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // Without a listener a server that goes away would end the process; the next statement gets a new connection.
  pool.on('error', onError);
  return pool;
}
