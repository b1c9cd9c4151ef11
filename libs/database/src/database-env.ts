import { z } from 'zod';

/** What a service's environment says of its database. */
export const databaseEnvSchema = z.object({
  /** The server without a database: postgres://hsl:hsl@127.0.0.1:5544. Service `x` uses database `hsl_x`. */
  DATABASE_URL: z.url(),
  /** Connections per tenant. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(5),
  /** Connections that see all tenants: relay, starters, sweeps. */
  DATABASE_SYSTEM_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(4),
  DATABASE_MAX_TENANTS: z.coerce.number().int().min(1).max(1_000).default(64),
  DATABASE_CONNECT_TIMEOUT_MS: z.coerce.number().int().min(100).default(5_000),
  DATABASE_STATEMENT_TIMEOUT_MS: z.coerce.number().int().min(100).default(15_000),
  DATABASE_IDLE_TIMEOUT_MS: z.coerce.number().int().min(1_000).default(60_000),
});

/** `hsl_<service>` on the server at `serverUrl`; parameters of the URL (sslmode) stay. */
export function databaseUrlOf(service: string, serverUrl: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/hsl_${service}`;
  return url.href;
}
