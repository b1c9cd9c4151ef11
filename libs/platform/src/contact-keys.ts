import { createHash } from 'node:crypto';
import { EnvError, readEnv } from './env.js';
import { z } from 'zod';

/** Keys that contacts are sealed with. */
export interface ContactKeys {
  /** Seals from now on. */
  currentId: string;
  /** Opens what was sealed before, too. */
  byId: ReadonlyMap<string, Buffer>;
}
export const CONTACT_KEYS = Symbol('keys of contacts');

const KEY_BYTES = 32;
const KEY = /^([a-z0-9-]{1,20}):([A-Za-z0-9+/]{43}=)$/;
const envSchema = z.object({ NODE_ENV: z.string().default('development'), CONTACT_KEYS: z.string().optional() });

/**
 * Of the environment: `CONTACT_KEYS=id:base64,id:base64`, 32 bytes each; the first one seals, all of them open. Without it
 * every installation that is not in production has the same key, which protects nothing and says so by its id.
 * @throws EnvError in production without keys, or if one is malformed or named twice; the keys themselves are never told
 */
export function readContactKeys(source?: Record<string, string | undefined>): ContactKeys {
  const { NODE_ENV, CONTACT_KEYS: text } = readEnv(envSchema, source);
  if (text !== undefined) return parsed(text);
  if (NODE_ENV === 'production') throw new EnvError(['CONTACT_KEYS is not set']);
  const key = createHash('sha256').update('hsl-contacts/development').digest();
  return { currentId: 'development', byId: new Map([['development', key]]) };
}

function parsed(text: string): ContactKeys {
  const keys = text.split(',').map((one) => {
    const [, id, base64] = KEY.exec(one.trim()) ?? [];
    if (id === undefined || base64 === undefined) throw malformed('id:base64 of 32 bytes, separated by commas');
    return [id, Buffer.from(base64, 'base64')] as const;
  });
  const byId = new Map(keys);
  const [first] = keys;
  if (!first || byId.size !== keys.length) throw malformed('each id once');
  if (keys.some(([, key]) => key.length !== KEY_BYTES)) throw malformed('32 bytes each');
  return { currentId: first[0], byId };
}

const malformed = (rule: string): EnvError => new EnvError([`CONTACT_KEYS is invalid: ${rule}`]);
