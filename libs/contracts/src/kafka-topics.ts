/** Facts travel by Kafka, one topic per owner; the key of a message is the aggregate's id. */
export const KAFKA_TOPICS = {
  whistles: 'hsl.whistles',
  members: 'hsl.members',
  topics: 'hsl.topics',
  departments: 'hsl.departments',
  access: 'hsl.access',
} as const;
export type KafkaTopic = (typeof KAFKA_TOPICS)[keyof typeof KAFKA_TOPICS];
