import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { toIso } from '@hsl/contracts/instants';
import type { CodeSent, ProveSender, SenderProven } from '@hsl/contracts/schemas/personal-data';
import { readBrand } from '@hsl/platform/brand';
import { Clock } from '@hsl/platform/clock';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import { maskedPhone } from '@hsl/platform/masked-phone';
import { ProblemError } from '@hsl/platform/problem.error';
import { sealProof } from '@hsl/platform/sender-proof';
import { smsSenderOf } from '@hsl/platform/sms-env';
import type { SmsSender } from '@hsl/platform/sms-sender';
import { newTextedCode } from '@hsl/platform/texted-code';
import { Inject, Injectable } from '@nestjs/common';
import { SENDER_TEXTS_ENV, type SenderTextsEnv } from '../sender-texts/sender-texts-env.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { SenderCodes } from './sender-codes.repository.js';
import { SenderMatters } from './sender-matters.js';

const CODE_LIFE_MS = 600_000;
const PROOF_LIFE_MS = 1_800_000;
const MOST_TRIES = 5;
/** Between two codes: nobody's phone is to be rung all day. */
const CODE_EVERY_MS = 60_000;

/** Proves a resident without account to be who left the phone: the tracking code, and the code texted to that phone. */
@Injectable()
export class SenderProving {
  private readonly sms: SmsSender | undefined;
  private readonly brand = readBrand().zh;

  constructor(
    private readonly submissions: SubmissionsService,
    private readonly matters: SenderMatters,
    private readonly codes: SenderCodes,
    private readonly clock: Clock,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
    @Inject(SENDER_TEXTS_ENV) env: SenderTextsEnv,
  ) {
    this.sms = smsSenderOf(env);
  }

  /**
   * Texts a code; nothing is sent where no phone was left.
   * @throws ProblemError trackingCodeTypo, notFound; rateLimited within a minute of the last code; channelOff;
   *   serviceUnavailable if it did not go out
   */
  async sendCode(trackingCode: string): Promise<CodeSent> {
    const { id: submissionId, subdistrictId } = await this.submissions.byCode(trackingCode);
    const contact = await this.matters.contactOf(subdistrictId, submissionId);
    if (!contact) return { isNeeded: false };
    if (!this.sms) throw new ProblemError('channelOff');
    const code = newTextedCode();
    const now = this.clock.now();
    const times = { at: new Date(now), notSince: new Date(now - CODE_EVERY_MS) };
    if (!(await this.codes.put({ subdistrictId, submissionId }, hashOf(submissionId, code), times)))
      throw new ProblemError('rateLimited', { retryAfterSeconds: CODE_EVERY_MS / 1_000 });
    const { phone } = contact;
    await this.sms
      .send(phone, `【${this.brand}】验证码${code}，10分钟内有效，请勿告诉他人。`, randomUUID())
      .catch((cause: unknown) => {
        throw new ProblemError('serviceUnavailable', { cause, retryAfterSeconds: CODE_EVERY_MS / 1_000 });
      });
    return { isNeeded: true, phone: maskedPhone(phone) };
  }

  /** @throws ProblemError trackingCodeTypo, notFound; wrongCode for one that is wrong, too old, or tried too often */
  async prove({ trackingCode, code }: ProveSender): Promise<SenderProven> {
    const { id: submissionId, subdistrictId, trackingHash: senderHash } = await this.submissions.byCode(trackingCode);
    const contact = await this.matters.contactOf(subdistrictId, submissionId);
    const now = this.clock.now();
    if (contact) await this.check({ subdistrictId, submissionId }, code, now);
    const until = now + PROOF_LIFE_MS;
    const proof = { subdistrictId, submissionId, senderHash, ...(contact && { phone: contact.phone }), until };
    return { proof: sealProof(proof, this.keys), until: toIso(until) };
  }

  private async check(
    { subdistrictId, submissionId }: { subdistrictId: string; submissionId: string },
    code: string | undefined,
    now: number,
  ): Promise<void> {
    if (code === undefined) throw new ProblemError('wrongCode');
    const wanted = await this.codes.tried(subdistrictId, submissionId, MOST_TRIES);
    const given = hashOf(submissionId, code);
    const isRight =
      wanted !== undefined &&
      now - wanted.sentAt.getTime() < CODE_LIFE_MS &&
      timingSafeEqual(Buffer.from(wanted.codeHash), Buffer.from(given));
    if (!isRight || !(await this.codes.use(subdistrictId, submissionId, given))) throw new ProblemError('wrongCode');
  }
}

const hashOf = (submissionId: string, code: string): string =>
  createHash('sha256').update(`hsl-sender-code/1 ${submissionId} ${code}`).digest('hex');
