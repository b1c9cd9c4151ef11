import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { SenderTextKind } from '@hsl/contracts/schemas/failed-sender-texts';
import { SenderTextSender } from './sender-text-sender.js';
import { SenderTextSpool } from './sender-text-spool.js';

/** Of a matter's events those that its residents are told of by phone. */
const TOLD = {
  'whistle.dispatched.v1': 'dispatched',
  'whistle.rescheduled.v1': 'moreTime',
  'whistle.verified.v1': 'done',
} as const satisfies Record<string, SenderTextKind>;
type Told = keyof typeof TOLD;

/** The name of these effects, since others of this service follow the same events. */
const PART = 'senderTexts';

/** Hears what becomes of the whistles that submissions went into. */
@Controller()
export class SenderNewsConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly spool: SenderTextSpool,
    private readonly sender: SenderTextSender,
  ) {}

  @EventPattern(Object.keys(TOLD))
  async onNews(@Payload() event: CloudEvent<Told>): Promise<void> {
    const news = { kind: TOLD[event.type], snapshot: event.data };
    const isNew = await this.inbox.once(event, (client) => this.spool.put(client, event, news), PART);
    if (isNew) this.sender.kick();
  }

  @EventPattern('whistle.merged.v1')
  async onMerged(@Payload() event: CloudEvent<'whistle.merged.v1'>): Promise<void> {
    const { whistleId, masterId } = event.data;
    await this.inbox.once(event, (client) => this.spool.merge(client, event.subdistrictid, whistleId, masterId), PART);
  }
}
