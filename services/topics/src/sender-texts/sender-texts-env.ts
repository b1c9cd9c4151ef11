import { readEnv } from '@hsl/platform/env';
import { smsEnvShape, smsIsWhole } from '@hsl/platform/sms-env';
import { z } from 'zod';

const senderTextsEnvSchema = z.object({
  ...smsEnvShape,
  /** Where links lead; usually that of the gateway. */
  GATEWAY_PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8080'),
});
export type SenderTextsEnv = z.output<typeof senderTextsEnvSchema>;
export const SENDER_TEXTS_ENV = Symbol('SenderTextsEnv');

/** @throws EnvError for what is malformed, or SMS_SENDER=http without SMS_URL */
export const readSenderTextsEnv = (source?: Record<string, string | undefined>): SenderTextsEnv =>
  readEnv(senderTextsEnvSchema.refine(smsIsWhole.check, smsIsWhole.fault), source);
