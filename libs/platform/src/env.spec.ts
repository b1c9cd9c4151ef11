import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EnvError, readEnv } from './env.js';

const schema = z.object({
  DATABASE_URL: z.url(),
  SERVICE_PORT: z.coerce.number().int(),
  LOG_LEVEL: z.enum(['info', 'debug']).default('info'),
});

describe('reading the environment', () => {
  it('names everything that is missing or wrong in one error, and no value', () => {
    const read = (): unknown => readEnv(schema, { SERVICE_PORT: 'secret-abc', LOG_LEVEL: '' });
    expect(read).toThrow(EnvError);
    expect(read).toThrow(/DATABASE_URL is not set[\s\S]*SERVICE_PORT is invalid/);
    expect(read).not.toThrow(/secret-abc/);
  });

  it('counts an empty variable as not set', () => {
    const env = { DATABASE_URL: 'postgres://h', SERVICE_PORT: '0', LOG_LEVEL: '' };
    expect(readEnv(schema, env)).toEqual({ DATABASE_URL: 'postgres://h', SERVICE_PORT: 0, LOG_LEVEL: 'info' });
  });
});
