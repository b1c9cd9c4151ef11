import type { Kafka } from 'kafkajs';
import { KAFKA_TOPICS, type KafkaTopic } from '@hsl/contracts/event';
import { createKafka } from './kafka-client.js';
import type { KafkaEnv } from './kafka-env.js';

/** Who publishes where. A service that is not named publishes nothing. */
const OWN_TOPICS: Record<string, KafkaTopic> = {
  whistles: KAFKA_TOPICS.whistles,
  members: KAFKA_TOPICS.members,
  topics: KAFKA_TOPICS.topics,
  departments: KAFKA_TOPICS.departments,
  gateway: KAFKA_TOPICS.access,
};

/** As many consumers of one service can share the work. */
const PARTITIONS = 6;
const DEAD_LETTER_ENDING = '.dlq';

export const findOwnTopic = (service: string): KafkaTopic | undefined => OWN_TOPICS[service];

/** The consumer group of a service: all its replicas share the work. */
export const groupOf = (service: string): string => `hsl.${service}`;

/** Where a group puts what it could not handle. */
export const deadLetterTopicOf = (topic: string, group: string): string => `${topic}.${group}${DEAD_LETTER_ENDING}`;
export const isDeadLetterTopic = (topic: string): boolean => topic.endsWith(DEAD_LETTER_ENDING);

/**
 * Creates every topic of the platform that is missing; the others stay as they are.
 * @returns names of those created now
 */
export async function createTopics(env: KafkaEnv, partitions: number = PARTITIONS): Promise<string[]> {
  return createMissing(
    createKafka('hsl-topics', env),
    Object.values(KAFKA_TOPICS).map((topic) => ({ topic, numPartitions: partitions })),
  );
}

/**
 * One partition, so that the order of failures stays; compacted, so that an entry lives until it is replayed or dropped
 * (its key then gets a message without value) and no retention time deletes what nobody has looked at.
 */
export async function createDeadLetterTopic(kafka: Kafka, topic: string): Promise<void> {
  await createMissing(kafka, [
    { topic, numPartitions: 1, configEntries: [{ name: 'cleanup.policy', value: 'compact' }] },
  ]);
}

interface NewTopic {
  topic: string;
  numPartitions: number;
  configEntries?: { name: string; value: string }[];
}

async function createMissing(kafka: Kafka, topics: NewTopic[]): Promise<string[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter(({ topic }) => !existing.has(topic));
    if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: true });
    return missing.map(({ topic }) => topic);
  } finally {
    await admin.disconnect();
  }
}
