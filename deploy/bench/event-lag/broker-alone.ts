import type { CloudEvent } from '@hsl/contracts/event';
import { EventProducer } from '@hsl/kafka/event-producer';
import type { OutboxEnd } from './outbox-end.js';

const TOPIC = 'bench.alone';
/** As the relay sends them, and as many partitions as the platform's topics have. */
const [BATCH, PARTITIONS] = [200, 6];

type Kafka = OutboxEnd['kafka'];

/** The same messages, produced as the relay does and then consumed one by one, with nothing done to them. */
export async function throughBrokerAlone(kafka: Kafka, events: readonly CloudEvent[]): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: PARTITIONS }], waitForLeaders: true });
  await admin.disconnect();
  const producer = new EventProducer(kafka);
  await producer.connect();
  const consumer = kafka.consumer({ groupId: 'bench.alone', retry: { retries: 10 } });
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
  const messages = events.map((event) => ({ key: event.subject, value: JSON.stringify(event) }));
  const producedFrom = performance.now();
  for (let first = 0; first < messages.length; first += BATCH) {
    await producer.send(TOPIC, messages.slice(first, first + BATCH));
  }
  const producedMs = performance.now() - producedFrom;
  const consumedMs = await consumeAll(consumer, messages.length);
  await Promise.all([producer.disconnect(), consumer.disconnect()]);
  return (producedMs + consumedMs) / 1_000;
}

/** From the first message to the last: joining a group is no part of it. */
async function consumeAll(consumer: ReturnType<Kafka['consumer']>, wanted: number): Promise<number> {
  let [seen, from] = [0, 0];
  let done: (ms: number) => void = () => {};
  const all = new Promise<number>((resolve) => (done = resolve));
  await consumer.run({
    eachMessage: async ({ message }) => {
      if (seen === 0) from = performance.now();
      JSON.parse(message.value!.toString());
      seen += 1;
      if (seen === wanted) done(performance.now() - from);
    },
  });
  return all;
}
