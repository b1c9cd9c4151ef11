import { readEnv } from '@hsl/platform/env';
import { z } from 'zod';

/** Addresses of the services by name, e.g. {"whistles":"http://127.0.0.1:4101"}. */
const serviceUrlsSchema = z.string().transform((text, context): Record<string, string> => {
  try {
    return z.record(z.string(), z.url({ protocol: /^https?$/ })).parse(JSON.parse(text));
  } catch (error) {
    context.addIssue({ code: 'custom', message: `not a JSON object of URLs: ${(error as Error).message}` });
    return z.NEVER;
  }
});

const count = (fallback: number): z.ZodDefault<z.ZodCoercedNumber> => z.coerce.number().int().min(1).default(fallback);

export const gatewayEnvSchema = z.object({
  SERVICE_URLS: serviceUrlsSchema,
  GATEWAY_PUBLIC_URL: z.url().optional(),
  ACCESS_TOKEN_SECONDS: count(300),
  /** A refresh token not used for so long is worth nothing. */
  REFRESH_TOKEN_HOURS: count(168),
  /** After this a person signs in again whatever happened meanwhile. */
  SESSION_DAYS: count(30),
  /** Requests a minute of one person, one key, and one address that did not sign in. */
  RATE_LIMIT_PER_USER: count(3_000),
  RATE_LIMIT_PER_KEY: count(3_000),
  RATE_LIMIT_PER_ADDRESS: count(1_500),
  /** Of these, what an address may ask and send on residents' routes; many phones may share one. */
  RATE_LIMIT_PUBLIC_READS: count(120),
  RATE_LIMIT_PUBLIC_WRITES: count(20),
  /** What the phones of a hall send to a sitting; they count neither as reads nor as writes. */
  RATE_LIMIT_PUBLIC_SITTINGS: count(600),
  /** Of the writes, what has a text sent to a phone: so many an hour. */
  RATE_LIMIT_PUBLIC_TEXTS: count(30),
  /** Wrong passwords of one name from one address, and of one address altogether, in 15 minutes. */
  SIGN_IN_TRIES_PER_NAME: count(10),
  SIGN_IN_TRIES_PER_ADDRESS: count(100),
  /** For how long a session or key is believed without asking the database again. Rights end within a minute. */
  CREDENTIAL_CACHE_SECONDS: z.coerce.number().int().min(0).max(30).default(20),
  UPSTREAM_TIMEOUT_MS: count(30_000),
});
export type GatewayEnv = z.output<typeof gatewayEnvSchema>;

export const GATEWAY_ENV = Symbol('GatewayEnv');

export const readGatewayEnv = (): GatewayEnv => readEnv(gatewayEnvSchema);
