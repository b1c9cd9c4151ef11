import type { Instant } from '@hsl/contracts/instants';

/**
 * When the bearer token of a request expires. The guard has verified it; here only the claim is read again, because an
 * open stream must not outlive it. Undefined for a header that carries none.
 */
export function tokenExpiresAt(authorization: string | string[] | undefined): Instant | undefined {
  if (typeof authorization !== 'string') return undefined;
  const [, payload] = authorization.split('.');
  if (payload === undefined) return undefined;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { exp?: unknown };
  return typeof claims.exp === 'number' ? claims.exp * 1_000 : undefined;
}
