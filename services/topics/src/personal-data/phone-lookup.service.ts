import { toIso } from '@hsl/contracts/instants';
import type {
  AskForPhoneCode,
  OwnMatter,
  OwnMatterPage,
  PhoneCodeSent,
  ProvePhone,
} from '@hsl/contracts/schemas/own-matters';
import type { SenderProven } from '@hsl/contracts/schemas/personal-data';
import { Clock } from '@hsl/platform/clock';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import type { Locale } from '@hsl/platform/locale';
import { maskedPhone } from '@hsl/platform/masked-phone';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { newTextedCode } from '@hsl/platform/texted-code';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { standingOf } from '../submissions/submission-view.js';
import { standingWords } from '../submissions/submission-words.js';
import { SubmissionsRepository, type SubmissionRow } from '../submissions/submissions.repository.js';
import { PhoneCodes } from './phone-codes.repository.js';
import { phoneKeyOf, sealPhoneProof } from './phone-proof.js';
import { SenderMatters } from './sender-matters.js';
import { SenderProofs } from './sender-proofs.js';
import { CODE_TERMS, codeHashOf, isRightCode, TextedCodes } from './texted-codes.js';

const position = z.object({ receivedAt: z.iso.datetime(), id: z.uuid() });
/** So many of one phone are looked through; beyond that it is no resident's. */
const MOST_FOUND = 10_000;

/** Somebody who lost the tracking code finds the own matters by the phone they were sent with. */
@Injectable()
export class PhoneLookup {
  constructor(
    private readonly submissions: SubmissionsRepository,
    private readonly matters: SenderMatters,
    private readonly codes: PhoneCodes,
    private readonly texts: TextedCodes,
    private readonly proofs: SenderProofs,
    private readonly clock: Clock,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
  ) {}

  /**
   * Texts a code whether or not anything was sent with that phone: neither the answer nor its time tells which, and
   * nobody has us open all contacts before the phone is proven.
   * @throws ProblemError unknownSubdistrict; rateLimited within a minute of the last code and after five in a day;
   *   channelOff; serviceUnavailable if it did not go out
   */
  async sendCode({ subdistrictId, phone }: AskForPhoneCode): Promise<PhoneCodeSent> {
    if (!(await this.submissions.hasSubdistrict(subdistrictId))) throw new ProblemError('unknownSubdistrict');
    this.texts.requireChannel();
    const key = phoneKeyOf(subdistrictId, phone, this.keys);
    const code = newTextedCode();
    const waitMs = await this.codes.put(subdistrictId, key, codeHashOf(key, code), this.clock.now());
    if (waitMs > 0) throw new ProblemError('rateLimited', { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
    await this.texts.send(phone, code);
    return { phone: maskedPhone(phone) };
  }

  /** @throws ProblemError wrongCode for one that is wrong, too old, tried too often, or was never sent */
  async prove({ subdistrictId, phone, code }: ProvePhone): Promise<SenderProven> {
    const key = phoneKeyOf(subdistrictId, phone, this.keys);
    const given = codeHashOf(key, code);
    const now = this.clock.now();
    const kept = await this.codes.tried(subdistrictId, key);
    if (!isRightCode(kept, given, now) || !(await this.codes.use(subdistrictId, key, given)))
      throw new ProblemError('wrongCode');
    const until = now + CODE_TERMS.proofLifeMs;
    return { proof: sealPhoneProof({ subdistrictId, phone, until }, this.keys), until: toIso(until) };
  }

  /** Newest first; merged ones too. No own words: a phone may have gone to somebody else. @throws ProblemError senderNotProven */
  async list(text: string, { limit, cursor }: PageQuery, locale: Locale): Promise<OwnMatterPage> {
    const { subdistrictId, phone } = this.proofs.openPhone(text, 'personalData.export');
    const contacts = await this.matters.withPhone(subdistrictId, phone);
    const own = { id: { in: [...contacts.keys()].slice(0, MOST_FOUND) } };
    const rows = await this.submissions.list(subdistrictId, [own], decodeCursor(cursor, position), limit);
    const page = pageOf(rows, limit, ({ receivedAt, id }) => ({ receivedAt: receivedAt.toISOString(), id }));
    return {
      ...page,
      items: page.items.map((row) => this.view(row, contacts.get(row.id)?.trackingCode, locale)),
    };
  }

  private view(row: SubmissionRow, trackingCode: string | undefined, locale: Locale): OwnMatter {
    const standing = standingOf(row, this.clock.now());
    return {
      ...{ id: row.id, trackingCode, state: standing.state, overdue: standing.isOverdue },
      ...{ words: standingWords(standing, locale), receivedAt: row.receivedAt.toISOString() },
    };
  }
}
