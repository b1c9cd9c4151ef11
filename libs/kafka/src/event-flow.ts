import { readEnv } from '@hsl/platform/env';
import { consumerLags, type ConsumerLag } from './consumer-lag.js';
import { DeadLetterTally, type DeadLetterSummary } from './dead-letter-summary.js';
import { createKafka, probeBrokers } from './kafka-client.js';
import { kafkaEnvSchema, type KafkaEnv } from './kafka-env.js';
import { readTopics } from './topic-reading.js';
import { isDeadLetterTopic } from './topics.js';

/** Offsets of each dead-letter topic that are looked at, the newest: somebody who has more needs the command line. */
export const MOST_DEAD_LETTERS = 1_000;
const TIMEOUT_MS = 10_000;

/** What flows between the services, and what got stuck. */
export interface EventFlowReading {
  lags: ConsumerLag[];
  deadLetters: DeadLetterSummary[];
}

/** Looks at the broker: who is behind, and what could not be handled. Who asks meanwhile gets the same look. */
export class EventFlow {
  private readonly looks = new Map<string, Promise<EventFlowReading>>();

  constructor(private readonly env: KafkaEnv) {}

  static fromEnv(): EventFlow {
    return new EventFlow(readEnv(kafkaEnvSchema));
  }

  /**
   * @param services whose lag is asked for
   * @param subdistrictId whose dead letters are told
   * @throws Error if the broker does not answer within ten seconds
   */
  async read(services: readonly string[], subdistrictId: string): Promise<EventFlowReading> {
    await probeBrokers(this.env.KAFKA_BROKERS);
    const begun = this.looks.get(subdistrictId);
    const look = begun ?? this.look(services, subdistrictId).finally(() => this.looks.delete(subdistrictId));
    this.looks.set(subdistrictId, look);
    return inTime(look);
  }

  private async look(services: readonly string[], subdistrictId: string): Promise<EventFlowReading> {
    const kafka = createKafka('hsl-event-flow', this.env);
    const admin = kafka.admin();
    try {
      await admin.connect();
      const lags = await consumerLags(admin, services);
      const tally = new DeadLetterTally(subdistrictId);
      const topics = (await admin.listTopics()).filter(isDeadLetterTopic);
      const bounds = { newest: MOST_DEAD_LETTERS, timeoutMs: TIMEOUT_MS };
      await readTopics(kafka, admin, topics, (topic, message) => tally.add(topic, message), bounds);
      return { lags, deadLetters: tally.summaries() };
    } finally {
      await admin.disconnect();
    }
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
