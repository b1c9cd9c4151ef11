import { readEnv } from '@hsl/platform/env';
import { z } from 'zod';

const temporalEnvSchema = z.object({
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('hsl'),
});

/** Where the Temporal server is, and in which namespace this installation lives. */
export const temporalEnv = () => readEnv(temporalEnvSchema);
