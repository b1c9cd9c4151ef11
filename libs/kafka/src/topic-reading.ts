import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, Kafka, KafkaMessage } from 'kafkajs';

const READ_TIMEOUT_MS = 30_000;

type OnMessage = (topic: string, message: KafkaMessage) => void | Promise<void>;

export interface ReadingBounds {
  /** Only the last so many offsets of each partition; left out: all. */
  newest?: number;
  /** Ends it when nothing was read for so long. */
  timeoutMs?: number;
}

/**
 * What lies in each topic now, from the beginning to its present end, one message at a time. Leaves no consumer group
 * behind.
 * @throws Error if nothing more comes for 30 s (or `timeoutMs`), or whatever `onMessage` throws
 */
export async function readTopics(
  kafka: Kafka,
  admin: Admin,
  topics: string[],
  onMessage: OnMessage,
  bounds: ReadingBounds = {},
): Promise<void> {
  const ends = await endsOf(admin, topics);
  if (ends.size === 0) return;
  const groupId = `hsl.topic-reader.${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 200, allowAutoTopicCreation: false });
  try {
    await consumer.connect();
    await consumer.subscribe({
      topics: [...new Set([...ends.keys()].map((place) => place.split('#')[0] ?? ''))],
      fromBeginning: true,
    });
    await readToEnds(consumer, ends, onMessage, bounds);
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]);
  }
}

/** Offset after the last message by `topic#partition`; partitions that are empty are left out. */
async function endsOf(admin: Admin, topics: string[]): Promise<Map<string, bigint>> {
  const ends = new Map<string, bigint>();
  for (const topic of topics) {
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
      if (BigInt(high) > BigInt(low)) ends.set(`${topic}#${partition}`, BigInt(high));
    }
  }
  return ends;
}

async function readToEnds(
  consumer: Consumer,
  ends: Map<string, bigint>,
  onMessage: OnMessage,
  { newest, timeoutMs = READ_TIMEOUT_MS }: ReadingBounds,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const left = new Map(ends);
  await new Promise<void>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing was read for ${timeoutMs} ms`)), timeoutMs);
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    const run = consumer.run({
      autoCommit: false,
      eachBatch: async (payload) => {
        const { batch } = payload;
        const place = `${batch.topic}#${batch.partition}`;
        const end = ends.get(place);
        for (const message of batch.messages) {
          if (end === undefined || BigInt(message.offset) >= end) continue;
          await Promise.resolve(onMessage(batch.topic, message)).catch((error: unknown) => {
            reject(error instanceof Error ? error : new Error(String(error)));
            throw error;
          });
          timer?.refresh();
          await payload.heartbeat();
        }
        if (end !== undefined && BigInt(batch.lastOffset()) + 1n >= end) left.delete(place);
        if (left.size === 0) resolve();
      },
    });
    run.catch(reject);
    if (newest !== undefined) startAt(consumer, ends, BigInt(newest));
  }).finally(() => clearTimeout(timer));
}

/** Every partition from so many offsets before its end; one that is shorter from its beginning. */
function startAt(consumer: Consumer, ends: ReadonlyMap<string, bigint>, newest: bigint): void {
  for (const [place, end] of ends) {
    const [topic = '', partition] = place.split('#');
    if (end > newest) consumer.seek({ topic, partition: Number(partition), offset: String(end - newest) });
  }
}
