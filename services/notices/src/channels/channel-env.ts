import { readEnv } from '@hsl/platform/env';
import { smsEnvShape, smsIsWhole } from '@hsl/platform/sms-env';
import { z } from 'zod';

const seconds = (standard: number) => z.coerce.number().int().min(0).max(86_400).default(standard);

/** What the environment says of the ways out of the platform. Without it no mail goes out, and texts go to the log. */
const channelEnvSchema = z.object({
  /** `smtp://user:password@host:port` or `smtps://…`; without it there is no e-mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().max(200).default('noreply@localhost'),
  ...smsEnvShape,
  /** Where links lead; usually that of the gateway. */
  GATEWAY_PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8080'),
  /** What comes within this time goes out as one message; alarms do not wait. */
  NOTICE_GATHER_SECONDS: seconds(120),
  /** Between two messages to one person by one channel; alarms do not wait. */
  NOTICE_SPACING_SECONDS: seconds(900),
  /** Of the first repeat; doubles from try to try. */
  NOTICE_RETRY_SECONDS: seconds(30),
  /** Lets webhooks reach private addresses and plain http: for tests and closed networks. */
  WEBHOOK_ALLOW_PRIVATE: z.stringbool().default(false),
});
export type ChannelEnv = z.output<typeof channelEnvSchema>;

export const CHANNEL_ENV = Symbol('ChannelEnv');

/** @throws EnvError for what is malformed, or SMS_SENDER=http without SMS_URL */
export const readChannelEnv = (source?: Record<string, string | undefined>): ChannelEnv =>
  readEnv(channelEnvSchema.refine(smsIsWhole.check, smsIsWhole.fault), source);
