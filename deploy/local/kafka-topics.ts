import { setTimeout as sleep } from 'node:timers/promises';

/** As many consumers of one service can share the work on one machine. */
const PARTITIONS = 3;
const WITHIN_MS = 30_000;
const AGAIN_MS = 300;

/**
 * Makes the topics the cluster lacks (their names are in the contracts); dead-letter topics appear when needed. A broker
 * that has just started refuses for a moment.
 */
export async function ensurePlatformTopics(brokers: string): Promise<void> {
  const [{ createTopics }, { kafkaEnvSchema }] = await Promise.all([
    import('@hsl/kafka/topics'),
    import('@hsl/kafka/kafka-env'),
  ]);
  const env = kafkaEnvSchema.parse({ ...process.env, KAFKA_BROKERS: brokers });
  const giveUpAt = Date.now() + WITHIN_MS;
  for (;;) {
    try {
      await createTopics(env, PARTITIONS);
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await sleep(AGAIN_MS);
    }
  }
}
