import { Injectable } from '@nestjs/common';
import { BacklogSweep } from '@hsl/platform/backlog-sweep';
import { backOffMs } from '@hsl/platform/back-off';
import { Clock } from '@hsl/platform/clock';
import { openText } from '@hsl/platform/sealed-text';
import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import { SendFailure } from '@hsl/platform/send-failure';
import { withinTime } from '@hsl/platform/within-time';
import { WayOut } from '../channels/way-out.js';
import { PlaceNames } from '../places/place-names.js';
import { addressBoundTo } from '../settings/address-binding.js';
import { composeNotices, placesOf } from '../words/composed.js';
import { DeliveryMetrics } from './delivery-metrics.js';
import { DeliveryQueue, type ClaimedMessage } from './delivery-queue.js';

/** Messages on their way at once, per process and channel. */
const AT_ONCE = 4;
/** Well below the claim, so that nobody sends it a second time meanwhile. */
const LONGEST_SEND_MS = 30_000;

/**
 * Sends what is due by one channel. A crash after the message left and before that was noted sends it again under the
 * same id; everything else goes out once.
 */
abstract class DeliverySender extends BacklogSweep {
  protected constructor(
    private readonly channel: NoticeChannel,
    private readonly queue: DeliveryQueue,
    private readonly out: WayOut,
    private readonly clock: Clock,
    private readonly metrics: DeliveryMetrics,
    private readonly names: PlaceNames,
  ) {
    super({ everyMs: 1_000, longestPauseMs: 30_000 });
  }

  protected async step(): Promise<boolean> {
    if (!this.out.channels[this.channel].isOn) return false;
    const spacingMs = this.out.env.NOTICE_SPACING_SECONDS * 1_000;
    const claimed: ClaimedMessage[] = [];
    let isMore = true;
    for (let tried = 0; isMore && tried < AT_ONCE; tried += 1) {
      const found = await this.queue.claim(this.channel, this.clock.now(), spacingMs);
      isMore = found !== 'none';
      if (typeof found !== 'string') claimed.push(found);
    }
    await Promise.all(claimed.map((message) => this.deliver(message)));
    return isMore;
  }

  private async deliver(message: ClaimedMessage): Promise<void> {
    try {
      await withinTime(this.send(message), LONGEST_SEND_MS, () => new SendFailure('timeout', false));
    } catch (error) {
      return this.failed(message, SendFailure.of(error));
    }
    await this.queue.sent(message, this.clock.now());
    this.metrics.count(this.channel, 'sent', message.parts.length);
  }

  private async send({ subdistrictId, userId, language, address, parts }: ClaimedMessage): Promise<void> {
    const owner = addressBoundTo({ subdistrictId, userId, channel: this.channel });
    const notices = parts.map(({ kind, whistleNumber, params }) => ({ kind, whistleNumber, params }));
    const locale = language === 'en' ? 'en' : 'zh-CN';
    const names = await this.names.of(subdistrictId, placesOf(notices));
    const words = composeNotices(
      this.channel,
      { notices, locale, names },
      this.out.brand,
      this.out.env.GATEWAY_PUBLIC_URL,
    );
    const id = `notice-${parts[0]?.deliveryId}`;
    await this.out.channels[this.channel].send(openText(address, owner, this.out.keys), { id, locale, ...words });
  }

  private async failed(message: ClaimedMessage, failure: SendFailure): Promise<void> {
    const now = this.clock.now();
    const next = message.parts.map(({ attempts }) => {
      const pauseMs = failure.isFinal ? undefined : backOffMs(attempts, this.out.env.NOTICE_RETRY_SECONDS * 1_000);
      return pauseMs === undefined ? undefined : now + pauseMs;
    });
    await this.queue.failed(message, now, failure.reason, next);
    const dead = next.filter((at) => at === undefined).length;
    this.metrics.count(this.channel, 'dead', dead);
    this.metrics.count(this.channel, 'retried', next.length - dead);
    const id = message.parts[0]?.deliveryId;
    this.logger.warn({ err: failure.cause, msg: `${this.channel} ${id} did not go out: ${failure.reason}` });
  }
}

@Injectable()
export class MailDeliveries extends DeliverySender {
  constructor(queue: DeliveryQueue, out: WayOut, clock: Clock, metrics: DeliveryMetrics, names: PlaceNames) {
    super('email', queue, out, clock, metrics, names);
  }
}

@Injectable()
export class SmsDeliveries extends DeliverySender {
  constructor(queue: DeliveryQueue, out: WayOut, clock: Clock, metrics: DeliveryMetrics, names: PlaceNames) {
    super('sms', queue, out, clock, metrics, names);
  }
}
