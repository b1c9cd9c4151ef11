import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { readBrand } from '@hsl/platform/brand';
import { ProblemError } from '@hsl/platform/problem.error';
import { smsSenderOf } from '@hsl/platform/sms-env';
import type { SmsSender } from '@hsl/platform/sms-sender';
import { Inject, Injectable } from '@nestjs/common';
import { SENDER_TEXTS_ENV, type SenderTextsEnv } from '../sender-texts/sender-texts-env.js';

/** How codes that are texted to phones are kept, whatever they prove; milliseconds where not said otherwise. */
export const CODE_TERMS = {
  lifeMs: 600_000,
  /** Between two codes: nobody's phone is to be rung all day. */
  everyMs: 60_000,
  mostTries: 5,
  /** For how long what was proven by one holds. */
  proofLifeMs: 1_800_000,
} as const;

/** A code as it is kept, and when it went out. */
export interface KeptCode {
  codeHash: string;
  sentAt: Date;
}

/** @param owner whom the code is for: the code of one proves nothing of another */
export const codeHashOf = (owner: string, code: string): string =>
  createHash('sha256').update(`hsl-sender-code/1 ${owner} ${code}`).digest('hex');

/** In constant time, so that an answer that comes sooner tells nothing. @param kept undefined if there is none */
export const isRightCode = (kept: KeptCode | undefined, givenHash: string, now: number): boolean =>
  kept !== undefined &&
  now - kept.sentAt.getTime() < CODE_TERMS.lifeMs &&
  timingSafeEqual(Buffer.from(kept.codeHash), Buffer.from(givenHash));

/** Texts codes by the provider that senders are texted by. */
@Injectable()
export class TextedCodes {
  private readonly sms: SmsSender | undefined;
  private readonly brand = readBrand().zh;

  constructor(@Inject(SENDER_TEXTS_ENV) env: SenderTextsEnv) {
    this.sms = smsSenderOf(env);
  }

  /** @throws ProblemError channelOff where the installation sends no texts */
  requireChannel(): void {
    if (!this.sms) throw new ProblemError('channelOff');
  }

  /** @throws ProblemError channelOff; serviceUnavailable if it did not go out */
  async send(phone: string, code: string): Promise<void> {
    if (!this.sms) throw new ProblemError('channelOff');
    await this.sms
      .send(phone, `【${this.brand}】验证码${code}，10分钟内有效，请勿告诉他人。`, randomUUID())
      .catch((cause: unknown) => {
        throw new ProblemError('serviceUnavailable', { cause, retryAfterSeconds: CODE_TERMS.everyMs / 1_000 });
      });
  }
}
