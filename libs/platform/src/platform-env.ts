import { z } from 'zod';
import { readEnv } from './env.js';

const platformEnvSchema = z.object({
  /** 0 takes any free port. */
  SERVICE_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  SERVICE_HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Whose X-Forwarded-For counts: `loopback` or a list of addresses and networks. */
  TRUST_PROXY: z.string().optional(),
});
export type PlatformEnv = z.output<typeof platformEnvSchema>;

/** What every process reads from its environment, whatever service it is. */
export const readPlatformEnv = (): PlatformEnv => readEnv(platformEnvSchema);
