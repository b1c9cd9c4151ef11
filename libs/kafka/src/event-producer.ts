import { Partitioners, type Kafka, type Message, type Producer } from 'kafkajs';

/**
 * Publishes with the idempotent producer and one request at a time, so that messages of one key keep their order. A
 * producer that has failed is thrown away: its place in the sequence is lost, and kafkajs would go on retrying what the
 * caller has given up.
 */
export class EventProducer {
  private producer: Promise<Producer> | undefined;

  constructor(private readonly kafka: Kafka) {}

  /**
   * Resolves when all replicas in sync have the messages.
   * @throws if the cluster cannot be reached; some of the messages may have arrived then
   */
  async send(topic: string, messages: Message[]): Promise<void> {
    const producer = await this.connected();
    try {
      await producer.send({ topic, messages, acks: -1 });
    } catch (error) {
      await this.disconnect();
      throw error;
    }
  }

  /** @throws if the cluster cannot be reached */
  async connect(): Promise<void> {
    await this.connected();
  }

  async disconnect(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    // One that never connected was reported to whoever waited for it, and has nothing to disconnect.
    await (await producer?.catch(() => undefined))?.disconnect();
  }

  private connected(): Promise<Producer> {
    this.producer ??= this.open().catch((error: unknown) => {
      this.producer = undefined;
      throw error;
    });
    return this.producer;
  }

  private async open(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      // Few: a send that takes long holds the outbox's lock. kafkajs warns of it; repeats are the inbox's business.
      retry: { retries: 2, initialRetryTime: 200, maxRetryTime: 1_000 },
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      await producer.disconnect();
      throw error;
    }
  }
}
