import { Injectable } from '@nestjs/common';
import { BacklogSweep } from '@hsl/platform/backlog-sweep';
import { Clock } from '@hsl/platform/clock';
import { openText } from '@hsl/platform/sealed-text';
import { SendFailure } from '@hsl/platform/send-failure';
import { WayOut } from '../channels/way-out.js';
import { backOffMs } from '@hsl/platform/back-off';
import { DeliveryMetrics } from '../deliveries/delivery-metrics.js';
import { secretBoundTo } from './secret-binding.js';
import { signedHeaders } from './signature.js';
import { postTo } from './webhook-client.js';
import { WebhookQueue, type ClaimedDelivery, type Tried } from './webhook-queue.js';

/** Sends events to receivers: at least once, in no promised order; any answer but 2xx is tried again. */
@Injectable()
export class WebhookSender extends BacklogSweep {
  constructor(
    private readonly queue: WebhookQueue,
    private readonly out: WayOut,
    private readonly clock: Clock,
    private readonly metrics: DeliveryMetrics,
  ) {
    super({ everyMs: 1_000, longestPauseMs: 30_000 });
  }

  protected async step(): Promise<boolean> {
    const claimed = await this.queue.claim(this.clock.now());
    await Promise.all(claimed.map((delivery) => this.deliver(delivery)));
    return claimed.length > 0;
  }

  private async deliver(delivery: ClaimedDelivery): Promise<void> {
    const tried = await this.attempt(delivery);
    await this.queue.settle(delivery.id, tried, this.clock.now());
    this.metrics.count('webhook', tried.hasArrived ? 'sent' : tried.nextAt === undefined ? 'dead' : 'retried', 1);
  }

  private async attempt(delivery: ClaimedDelivery): Promise<Tried> {
    const { attempts, url, body } = delivery;
    const now = this.clock.now();
    const pauseMs = backOffMs(attempts, this.out.env.NOTICE_RETRY_SECONDS * 1_000);
    const nextAt = pauseMs === undefined ? undefined : now + pauseMs;
    try {
      const sent = { headers: this.headersOf(delivery, now), body };
      const httpStatus = await postTo(url, sent, this.out.env.WEBHOOK_ALLOW_PRIVATE);
      const hasArrived = httpStatus >= 200 && httpStatus < 300;
      return { httpStatus, hasArrived, nextAt };
    } catch (error) {
      const failure = SendFailure.of(error);
      this.logger.warn({ err: failure.cause, msg: `webhook delivery ${delivery.id}: ${failure.reason}` });
      return { reason: failure.reason, hasArrived: false, nextAt: failure.isFinal ? undefined : nextAt };
    }
  }

  private headersOf({ subdistrictId, webhookId, keyId, sealed, eventId, body }: ClaimedDelivery, now: number) {
    const secret = openText({ keyId, sealed }, secretBoundTo({ subdistrictId, id: webhookId }), this.out.keys);
    return {
      ...signedHeaders(secret, eventId, Math.floor(now / 1_000), body),
      'user-agent': 'haoshangliang-webhooks/1',
    };
  }
}
