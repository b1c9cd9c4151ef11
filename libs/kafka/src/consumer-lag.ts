import type { Admin } from 'kafkajs';
import { KAFKA_TOPICS } from '@hsl/contracts/event';
import { groupOf } from './topics.js';

/** How far a service is behind with what the others tell it. */
export interface ConsumerLag {
  service: string;
  /** Events that are in a topic it reads and have not taken effect there. */
  waiting: number;
  /** Processes that read for it now; 0: nobody reads. */
  readers: number;
}

interface Partition {
  partition: number;
  low: string;
  high: string;
}
interface Committed {
  partition: number;
  /** -1: nothing was committed yet. */
  offset: string;
}

/** Events of one topic that wait for a group; none of a topic the group has never read. */
export function waitingOf(ends: readonly Partition[], committed: readonly Committed[]): number {
  if (committed.every(({ offset }) => Number(offset) < 0)) return 0;
  const done = new Map(committed.map(({ partition, offset }) => [partition, Number(offset)]));
  return ends.reduce((sum, { partition, low, high }) => {
    const next = Math.max(done.get(partition) ?? -1, Number(low));
    return sum + Math.max(0, Number(high) - next);
  }, 0);
}

/**
 * How far each of these services is behind, in their order.
 * @throws if Kafka does not answer
 */
export async function consumerLags(admin: Admin, services: readonly string[]): Promise<ConsumerLag[]> {
  const present = new Set(await admin.listTopics());
  const topics = Object.values(KAFKA_TOPICS).filter((topic) => present.has(topic));
  const ends = new Map<string, readonly Partition[]>(
    await Promise.all(topics.map(async (topic) => [topic, await admin.fetchTopicOffsets(topic)] as const)),
  );
  const { groups } = await admin.describeGroups(services.map(groupOf));
  const readers = new Map(groups.map(({ groupId, members }) => [groupId, members.length]));
  return Promise.all(
    services.map(async (service) => {
      const read = await admin.fetchOffsets({ groupId: groupOf(service), topics });
      const waiting = read.reduce(
        (sum, { topic, partitions }) => sum + waitingOf(ends.get(topic) ?? [], partitions),
        0,
      );
      return { service, waiting, readers: readers.get(groupOf(service)) ?? 0 };
    }),
  );
}
