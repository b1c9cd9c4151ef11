import { Injectable } from '@nestjs/common';
import type { Actor } from '@hsl/access/actor';
import {
  webhookDeliveryFilters,
  type WebhookDelivery,
  type WebhookDeliveryPage,
} from '@hsl/contracts/schemas/webhooks';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, pageQuerySchema } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { z } from 'zod';
import { WebhookLogRepository } from './webhook-log.repository.js';
import { WebhookSender } from './webhook-sender.js';
import { deliveryView } from './webhook.view.js';
import { WebhooksService } from './webhooks.service.js';

const deliveryId = z.string().regex(/^\d{1,18}$/);

/** Query of the log. */
export const webhookLogQuerySchema = pageQuerySchema.extend(webhookDeliveryFilters);
export type WebhookLogQuery = z.output<typeof webhookLogQuerySchema>;

/** What was sent to a receiver, what it answered, and the same again. */
@Injectable()
export class WebhookLogService {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly log: WebhookLogRepository,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, id: string, { limit, cursor, state }: WebhookLogQuery): Promise<WebhookDeliveryPage> {
    await this.webhooks.managed(actor, id, 'webhook.readDeliveries');
    const before = decodeCursor(cursor, deliveryId);
    const rows = await this.log.page(actor.subdistrictId, id, { state, before, take: limit + 1 });
    const page = pageOf(rows, limit, (row) => row.id);
    return { ...page, items: page.items.map(deliveryView) };
  }

  /** @throws ProblemError notFound */
  async replay(actor: Actor, id: string, delivery: string): Promise<WebhookDelivery> {
    await this.webhooks.managed(actor, id);
    const at = new Date(this.clock.now());
    const row = await this.log.replay(actor.subdistrictId, id, delivery, at);
    if (!row) throw new ProblemError('notFound');
    this.sender.kick();
    return deliveryView(row);
  }
}
