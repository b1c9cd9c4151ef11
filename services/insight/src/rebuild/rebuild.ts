import type { CloudEvent } from '@hsl/contracts/event';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import { parseCloudEvent } from '@hsl/kafka/cloud-event-parsing';
import type { TenantPools } from '@hsl/kafka/tenant-pools';
import { readTopics } from '@hsl/kafka/topic-reading';
import type { createKafka } from '@hsl/kafka/kafka-client';
import { Projections } from './projections.js';

const TOPICS = [KAFKA_TOPICS.whistles, KAFKA_TOPICS.departments, KAFKA_TOPICS.members, KAFKA_TOPICS.topics];

export interface Rebuilt {
  events: number;
  /** Messages that are no event; the service gave them to the dead letters. */
  unreadable: number;
}

/**
 * Empties what events made and tells all of them again, from the beginning of the topics to their present end. The
 * service may run meanwhile: whatever it takes in itself is not taken in twice.
 * @throws whatever a handler throws; what was told until then stays, and a second run begins anew
 */
export async function rebuild(kafka: ReturnType<typeof createKafka>, pools: TenantPools): Promise<Rebuilt> {
  const projections = new Projections(pools);
  const told: Rebuilt = { events: 0, unreadable: 0 };
  // A census looks for what is missing; while events are still being told, much would seem to be.
  const censuses: CloudEvent[] = [];
  const admin = kafka.admin();
  await admin.connect();
  try {
    await projections.empty();
    await readTopics(kafka, admin, TOPICS, async (_topic, { value }) => {
      const event = eventIn(value);
      if (!event) told.unreadable += 1;
      else if (event.type === 'whistle.census.v1') censuses.push(event);
      else await projections.take(event);
      told.events += event ? 1 : 0;
    });
    for (const census of censuses) await projections.take(census);
    return told;
  } finally {
    await admin.disconnect();
  }
}

function eventIn(value: Buffer | null): CloudEvent | undefined {
  try {
    return parseCloudEvent(value);
  } catch {
    return undefined;
  }
}
