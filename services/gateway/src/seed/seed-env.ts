import { readEnv } from '@hsl/platform/env';
import { z } from 'zod';

const modeSchema = z.object({ NODE_ENV: z.string().default('development') });

const demoSchema = z.object({
  /** Where the demo's accounts and their password are written, readable by its owner only. */
  HSL_ACCOUNTS_FILE: z.string().optional(),
  ACCOUNTS_FILE: z.string().default('.local/accounts.json'),
});

const productionSchema = z.object({
  HSL_ADMIN_PASSWORD: z.string().min(12),
  HSL_SUBDISTRICT: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,31}$/)
    .default('zx'),
});

export type SeedPlan =
  { kind: 'demo'; accountsFile: string } | { kind: 'production'; subdistrictId: string; adminPassword: string };

/**
 * Demo accounts, or in production one administrator with a password from the environment.
 * @throws EnvError in production without HSL_ADMIN_PASSWORD
 */
export function readSeedPlan(): SeedPlan {
  if (readEnv(modeSchema).NODE_ENV !== 'production') {
    const { HSL_ACCOUNTS_FILE, ACCOUNTS_FILE } = readEnv(demoSchema);
    return { kind: 'demo', accountsFile: HSL_ACCOUNTS_FILE ?? ACCOUNTS_FILE };
  }
  const { HSL_ADMIN_PASSWORD, HSL_SUBDISTRICT } = readEnv(productionSchema);
  return { kind: 'production', subdistrictId: HSL_SUBDISTRICT, adminPassword: HSL_ADMIN_PASSWORD };
}
