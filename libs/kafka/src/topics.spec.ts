import { describe, expect, it } from '@jest/globals';
import { KAFKA_TOPICS } from '@hsl/contracts/event';
import { kafkaEnvSchema } from './kafka-env.js';
import { deadLetterTopicOf, findOwnTopic, groupOf, isDeadLetterTopic } from './topics.js';

describe('names on Kafka', () => {
  it('give every topic exactly one publisher', () => {
    const services = ['gateway', 'whistles', 'members', 'topics', 'departments', 'insight', 'notices'];
    const published = services.map(findOwnTopic).filter((topic) => topic !== undefined);
    expect(published.toSorted()).toEqual(Object.values(KAFKA_TOPICS).toSorted());
  });

  it('tell dead letters from topics, by topic and group', () => {
    const topic = deadLetterTopicOf('hsl.whistles', groupOf('insight'));
    expect(topic).toBe('hsl.whistles.hsl.insight.dlq');
    expect([topic, ...Object.values(KAFKA_TOPICS)].filter(isDeadLetterTopic)).toEqual([topic]);
  });
});

describe("Kafka's environment", () => {
  it('takes several brokers with commas', () => {
    expect(kafkaEnvSchema.parse({ KAFKA_BROKERS: 'a:9092, b:9093' }).KAFKA_BROKERS).toEqual(['a:9092', 'b:9093']);
  });

  it.each(['', 'localhost', 'kafka://a:9092', 'a:9092,,b:1'])('refuses %j', (text) => {
    expect(kafkaEnvSchema.safeParse({ KAFKA_BROKERS: text }).success).toBe(false);
  });
});
