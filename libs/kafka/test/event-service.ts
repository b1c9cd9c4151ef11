import { Controller, Injectable, Module, type INestApplication, type Type } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { CloudEvent } from '@hsl/contracts/event';
import { DatabaseModule } from '@hsl/database/database.module';
import { Inbox } from '@hsl/kafka/inbox';
import type { KafkaEventContext } from '@hsl/kafka/kafka-event.context';
import { KafkaModule } from '@hsl/kafka/kafka.module';
import { createService, startTransports } from '@hsl/platform/start-service';

type Proposed = CloudEvent<'topic.proposed.v1'>;

/** What a spec lets the handler do before and after its effect. */
@Injectable()
export class Behaviour {
  before: (event: Proposed, context: KafkaEventContext) => Promise<void> | void = () => undefined;
  after: (event: Proposed) => Promise<void> | void = () => undefined;
  /** Ids of the events seen, repeats included. */
  seen: string[] = [];
  repeats = 0;
  ended = 0;
}

@Controller()
class ProposedConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly behaviour: Behaviour,
  ) {}

  // With a context beside the payload the type argument picks the signature that allows it.
  @EventPattern<string>('topic.proposed.v1')
  async onProposed(@Payload() event: Proposed, @Ctx() context: KafkaEventContext): Promise<void> {
    this.behaviour.seen.push(event.id);
    await this.behaviour.before(event, context);
    const isNew = await this.inbox.once(event, async (client) => {
      await client.query('INSERT INTO effect (subdistrict_id, event_id, subject, sequence) VALUES ($1, $2, $3, $4)', [
        event.subdistrictid,
        event.id,
        event.subject,
        event.sequence,
      ]);
      await this.behaviour.after(event);
    });
    if (!isNew) this.behaviour.repeats += 1;
    this.behaviour.ended += 1;
  }
}

/** A service in miniature that reads `hsl.topics`. */
function serviceModule(service: string): Type {
  class ServiceModule {}
  Module({
    imports: [
      DatabaseModule.forService({ name: service, createClient: () => ({ $disconnect: () => Promise.resolve() }) }),
      KafkaModule.forService({ service, topics: ['hsl.topics'] }),
    ],
    controllers: [ProposedConsumer],
    providers: [Behaviour],
  })(ServiceModule);
  return ServiceModule;
}

export interface EventService {
  app: INestApplication;
  behaviour: Behaviour;
  get: (path: string) => Promise<{ status: number; body: string }>;
}

/** Starts it in this process as a consumer and an API; DATABASE_URL and KAFKA_BROKERS must be set. */
export async function startEventService(service: string): Promise<EventService> {
  const app = await createService({ name: service, module: serviceModule(service) });
  await app.listen(0, '127.0.0.1');
  await startTransports(app);
  const url = await app.getUrl();
  const get = async (path: string): Promise<{ status: number; body: string }> => {
    const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(5_000) });
    return { status: response.status, body: await response.text() };
  };
  return { app, behaviour: app.get(Behaviour), get };
}
