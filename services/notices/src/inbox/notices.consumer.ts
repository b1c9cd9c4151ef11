import { Clock } from '@hsl/platform/clock';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { CloudEvent } from '@hsl/contracts/event';
import { fromIso } from '@hsl/contracts/instants';
import { Inbox } from '@hsl/kafka/inbox';
import { Deliveries } from '../deliveries/deliveries.js';
import { RecipientRepository } from '../recipients/recipient.repository.js';
import { NOTICED_EVENTS, type NoticedEvent } from '../rules/notice-rules.js';
import { rolesTold, whoIsTold } from '../rules/who-is-told.js';
import { Moves } from './moves.js';
import { NoticeRepository } from './notice.repository.js';

/** What is older is history that was taken over, not news: no outage lasts so long. */
const NEWS_MS = 365 * 86_400_000;

/** Turns facts into inbox rows, as the table of rules says, and puts on their way what goes out beside them. */
@Controller()
export class NoticesConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly recipients: RecipientRepository,
    private readonly notices: NoticeRepository,
    private readonly moves: Moves,
    private readonly deliveries: Deliveries,
    private readonly clock: Clock,
  ) {}

  @EventPattern(NOTICED_EVENTS)
  async onFact(@Payload() event: CloudEvent<NoticedEvent>): Promise<void> {
    const roles = rolesTold(event);
    if (this.clock.now() - fromIso(event.time) > NEWS_MS) return;
    await this.moves.tell(event);
    // What has no effect need not be kept from having it twice.
    if (roles.length === 0) return;
    const recipients = await this.recipients.withRoles(event.subdistrictid, roles);
    const told = whoIsTold(event, recipients);
    const reachable = new Set(recipients.filter(({ isReachable }) => isReachable).map(({ userId }) => userId));
    const outside = told.filter(({ userId }) => reachable.has(userId));
    await this.inbox.once(event, async (client) => {
      await this.notices.add(client, event, told);
      await this.deliveries.add(client, event, outside);
    });
    if (outside.length > 0) this.deliveries.kick();
  }
}
