import { z } from 'zod';
import { ConsoleSms, HttpSms, type SmsSender } from './sms-sender.js';

/** What the environment says of texts to phones; part of the schema of every service that sends some. */
export const smsEnvShape = {
  /** `console` writes texts to the log, `http` hands them to SMS_URL, `off` sends none. */
  SMS_SENDER: z.enum(['console', 'http', 'off']).default('console'),
  /** Takes `POST {"id", "phone", "text"}` and answers 2xx; what speaks to the provider. */
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().max(500).optional(),
};
type SmsEnv = z.output<z.ZodObject<typeof smsEnvShape>>;

/** For `refine`: whoever wants texts handed on must say to whom. */
export const smsIsWhole = {
  check: (env: SmsEnv): boolean => env.SMS_SENDER !== 'http' || env.SMS_URL !== undefined,
  fault: { path: ['SMS_URL'], message: 'SMS_SENDER=http needs it' },
};

/** @returns undefined if the environment wants no texts */
export function smsSenderOf({ SMS_SENDER, SMS_URL, SMS_TOKEN }: SmsEnv): SmsSender | undefined {
  if (SMS_SENDER === 'off') return undefined;
  return SMS_SENDER === 'http' && SMS_URL !== undefined ? new HttpSms(SMS_URL, SMS_TOKEN) : new ConsoleSms();
}
