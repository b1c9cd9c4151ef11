import { toIso } from '@hsl/contracts/instants';
import type { CodeSent, ProveSender, SenderProven } from '@hsl/contracts/schemas/personal-data';
import { Clock } from '@hsl/platform/clock';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import { maskedPhone } from '@hsl/platform/masked-phone';
import { ProblemError } from '@hsl/platform/problem.error';
import { sealProof } from '@hsl/platform/sender-proof';
import { newTextedCode } from '@hsl/platform/texted-code';
import { Inject, Injectable } from '@nestjs/common';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { SenderCodes } from './sender-codes.repository.js';
import { SenderMatters } from './sender-matters.js';
import { CODE_TERMS, codeHashOf, isRightCode, TextedCodes } from './texted-codes.js';

/** Proves a resident without account to be who left the phone: the tracking code, and the code texted to that phone. */
@Injectable()
export class SenderProving {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly matters: SenderMatters,
    private readonly codes: SenderCodes,
    private readonly texts: TextedCodes,
    private readonly clock: Clock,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
  ) {}

  /**
   * Texts a code; nothing is sent where no phone was left.
   * @throws ProblemError trackingCodeTypo, notFound; rateLimited within a minute of the last code; channelOff;
   *   serviceUnavailable if it did not go out
   */
  async sendCode(trackingCode: string): Promise<CodeSent> {
    const { id: submissionId, subdistrictId } = await this.submissions.byCode(trackingCode);
    const contact = await this.matters.contactOf(subdistrictId, submissionId);
    if (!contact) return { isNeeded: false };
    this.texts.requireChannel();
    const code = newTextedCode();
    const now = this.clock.now();
    const times = { at: new Date(now), notSince: new Date(now - CODE_TERMS.everyMs) };
    if (!(await this.codes.put({ subdistrictId, submissionId }, codeHashOf(submissionId, code), times)))
      throw new ProblemError('rateLimited', { retryAfterSeconds: CODE_TERMS.everyMs / 1_000 });
    await this.texts.send(contact.phone, code);
    return { isNeeded: true, phone: maskedPhone(contact.phone) };
  }

  /** @throws ProblemError trackingCodeTypo, notFound; wrongCode for one that is wrong, too old, or tried too often */
  async prove({ trackingCode, code }: ProveSender): Promise<SenderProven> {
    const { id: submissionId, subdistrictId, trackingHash: senderHash } = await this.submissions.byCode(trackingCode);
    const contact = await this.matters.contactOf(subdistrictId, submissionId);
    const now = this.clock.now();
    if (contact) await this.check({ subdistrictId, submissionId }, code, now);
    const until = now + CODE_TERMS.proofLifeMs;
    const proof = { subdistrictId, submissionId, senderHash, ...(contact && { phone: contact.phone }), until };
    return { proof: sealProof(proof, this.keys), until: toIso(until) };
  }

  private async check(
    { subdistrictId, submissionId }: { subdistrictId: string; submissionId: string },
    code: string | undefined,
    now: number,
  ): Promise<void> {
    if (code === undefined) throw new ProblemError('wrongCode');
    const kept = await this.codes.tried(subdistrictId, submissionId, CODE_TERMS.mostTries);
    const given = codeHashOf(submissionId, code);
    if (!isRightCode(kept, given, now) || !(await this.codes.use(subdistrictId, submissionId, given)))
      throw new ProblemError('wrongCode');
  }
}
