import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { CloudEvent } from '@hsl/contracts/event';
import { fromIso } from '@hsl/contracts/instants';
import { Inbox } from '@hsl/kafka/inbox';
import { Clock } from '@hsl/platform/clock';
import { NOTICED_EVENTS, type NoticedEvent } from '../rules/notice-rules.js';
import { hears, WebhookDirectory } from './webhook-directory.js';
import { WebhookSender } from './webhook-sender.js';

/** What is older was taken over, or told again: it is no news. */
const NEWS_MS = 3 * 86_400_000;

/** $4 receivers, $5 type, $6 the event, $7 now. */
const ADD_SQL = `
  INSERT INTO webhook_delivery (subdistrict_id, webhook_id, event_id, event_type, body, due_at)
  SELECT $3, w.id, $2, $5, $6::json, $7::timestamptz FROM noted, webhook w WHERE w.id = ANY($4::uuid[])
  ON CONFLICT (webhook_id, event_id, replay) DO NOTHING`;

/** Puts events on their way to whoever subscribed to them. */
@Controller()
export class WebhooksConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly directory: WebhookDirectory,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
  ) {}

  @EventPattern(NOTICED_EVENTS)
  async onFact(@Payload() event: CloudEvent<NoticedEvent>): Promise<void> {
    const { communityId } = event.data as { communityId?: string };
    const receivers = await this.directory.of(event.subdistrictid);
    const ids = receivers.filter((one) => hears(one, event.type, communityId)).map(({ id }) => id);
    const now = this.clock.now();
    // What has no effect need not be kept from having it twice.
    if (ids.length === 0 || now - fromIso(event.time) > NEWS_MS) return;
    const values = [ids, event.type, JSON.stringify(event), new Date(now)];
    if (await this.inbox.onceBy(event, { text: ADD_SQL, values }, 'webhooks')) this.sender.kick();
  }
}
