import { z } from 'zod';

const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().regex(/^[^\s:]+:\d{1,5}$/, 'expected host:port, with commas')).min(1));

/** What a service's environment says of Kafka. */
export const kafkaEnvSchema = z.object({
  /** `host:port`, several with commas. */
  KAFKA_BROKERS: list,
  KAFKA_SSL: z.stringbool().default(false),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_SASL_USERNAME: z.string().default(''),
  KAFKA_SASL_PASSWORD: z.string().default(''),
});
export type KafkaEnv = z.output<typeof kafkaEnvSchema>;
