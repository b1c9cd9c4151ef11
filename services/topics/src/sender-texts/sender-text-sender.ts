import { backOffMs } from '@hsl/platform/back-off';
import { BacklogSweep } from '@hsl/platform/backlog-sweep';
import { readBrand } from '@hsl/platform/brand';
import { Clock } from '@hsl/platform/clock';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import { SendFailure } from '@hsl/platform/send-failure';
import { smsSenderOf } from '@hsl/platform/sms-env';
import type { SmsSender } from '@hsl/platform/sms-sender';
import { Inject, Injectable } from '@nestjs/common';
import { open } from '../submissions/contact-seal.js';
import { senderText } from './sender-text-words.js';
import { SenderTextQueue, type ClaimedText, type Settlement } from './sender-text-queue.js';
import { SENDER_TEXTS_ENV, type SenderTextsEnv } from './sender-texts-env.js';

const FIRST_RETRY_MS = 30_000;

/**
 * Texts the senders of submissions: the phone is opened here, where it is kept, and travels to the provider only. A crash
 * after a text left and before that was noted sends it again under the same id; everything else goes out once.
 */
@Injectable()
export class SenderTextSender extends BacklogSweep {
  private readonly sms: SmsSender | undefined;
  private readonly brand = readBrand().zh;
  private readonly origin: string;

  constructor(
    private readonly queue: SenderTextQueue,
    private readonly clock: Clock,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
    @Inject(SENDER_TEXTS_ENV) env: SenderTextsEnv,
  ) {
    super({ everyMs: 1_000, longestPauseMs: 30_000 });
    this.sms = smsSenderOf(env);
    this.origin = env.GATEWAY_PUBLIC_URL.replace(/\/$/, '');
  }

  /** Whether texts can go out at all. */
  get isOn(): boolean {
    return this.sms !== undefined;
  }

  protected async step(): Promise<boolean> {
    if (!this.sms) return false;
    const { sms } = this;
    const claimed = await this.queue.claim(this.clock.now());
    await Promise.all(
      claimed.map(async (text) => this.queue.settle(text, this.clock.now(), await this.tried(text, sms))),
    );
    return claimed.length > 0;
  }

  private async tried(text: ClaimedText, sms: SmsSender): Promise<Settlement> {
    const { id, keyId, sealed, kind, promisedAt, leadName, attempts } = text;
    if (keyId === null || sealed === null) return { state: 'SKIPPED', reason: 'noContact' };
    try {
      const { phone, trackingCode } = open({ keyId, sealed }, text, this.keys);
      const params = { leadName: leadName ?? undefined, dueAt: promisedAt?.getTime() };
      await sms.send(phone, senderText(kind, params, { brand: this.brand, origin: this.origin, trackingCode }), id);
      return { state: 'SENT' };
    } catch (error) {
      const { reason, isFinal } = SendFailure.of(error);
      this.logger.warn({ err: error, msg: `text ${id} did not go out: ${reason}` });
      const pauseMs = isFinal ? undefined : backOffMs(attempts, FIRST_RETRY_MS);
      if (pauseMs === undefined) return { state: 'DEAD', reason };
      return { state: 'WAITING', reason, nextAt: new Date(this.clock.now() + pauseMs) };
    }
  }
}
