import { z } from 'zod';
import { readEnv } from './env.js';

const brandEnvSchema = z.object({
  /** What the platform is called where it runs (S2): on pages, on printed sheets. */
  BRAND_NAME: z.string().trim().min(1).max(20).default('有事好商量'),
  BRAND_NAME_EN: z.string().trim().min(1).max(40).default('Haoshangliang'),
});

/** The name people read, in both languages. */
export interface Brand {
  zh: string;
  en: string;
}

/** @throws EnvError that names the variable, if it is too long */
export function readBrand(): Brand {
  const { BRAND_NAME, BRAND_NAME_EN } = readEnv(brandEnvSchema);
  return { zh: BRAND_NAME, en: BRAND_NAME_EN };
}
