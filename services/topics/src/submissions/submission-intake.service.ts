import { randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import { toIso } from '@hsl/contracts/instants';
import type { SendSubmission, SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { PUBLIC_CHANNELS } from '@hsl/contracts/submissions';
import { bodyHashOf } from '@hsl/database/idempotent-request';
import { recordDecision, recordRequest } from '@hsl/database/record-decision';
import { POINT_LIMIT, screeningDueAt } from '@hsl/domain/submission-terms';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { CategoriesRepository } from '../categories/categories.repository.js';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { QrCodes } from '../qr-points/qr-codes.service.js';
import { ScreeningClocks } from '../screening/screening-clocks.js';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import { receptionOf, type NewSubmission, type Origin } from './submission-birth.js';
import { nextWords } from './submission-words.js';
import { SubmissionsRepository } from './submissions.repository.js';
import { newTrackingCode } from '@hsl/platform/tracking-code';

/** Who sends: nobody known, somebody of the house on behalf, or a key. */
export interface Sender {
  actor: Actor | undefined;
  key: string | undefined;
  locale: Locale;
}

const isPublic = (channel: SendSubmission['channel']): boolean =>
  (PUBLIC_CHANNELS as readonly string[]).includes(channel);

/** Takes in what residents tell (S35, S98, S107). */
@Injectable()
export class SubmissionIntake {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly submissions: SubmissionsRepository,
    private readonly categories: CategoriesRepository,
    private readonly communities: CommunitiesRepository,
    private readonly codes: QrCodes,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
    private readonly clocks: ScreeningClocks,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
  ) {}

  /**
   * Row, contact, timeline and event in one statement. The same key with the same body gets the same tracking code.
   * @throws ProblemError qrCodeUnknown, qrCodeRevoked, unknownSubdistrict, unknownCommunity, unknownCategory,
   *   roleNotAllowed, idempotencyKeyReused, rateLimited for a point that is flooded
   */
  async take(sender: Sender, body: SendSubmission): Promise<SubmissionReceipt> {
    const origin = await this.originOf(sender, body);
    const entered = this.authorized(sender, body, origin);
    const at = this.clock.now();
    await this.checkPoint(origin, at);
    const trackingCode = newTrackingCode();
    const { key, locale } = sender;
    const submission = { id: randomUUID(), trackingCode, origin, body, entered, at };
    const dueAt = screeningDueAt(at);
    const next = nextWords(trackingCode, dueAt, locale);
    const receipt: SubmissionReceipt = {
      ...{ trackingCode, state: 'RECEIVED', receivedAt: toIso(at), dueAt: toIso(dueAt), next },
    };
    const answer = await this.record(submission, receipt, key);
    this.relay.kick();
    this.clocks.kick();
    return answer;
  }

  private async originOf({ actor }: Sender, body: SendSubmission): Promise<Origin> {
    const { code, place, categoryCode } = body;
    const origin = code === undefined ? await this.chosen(actor, body) : await this.scanned(code);
    const known = { ...origin, place: place ?? origin.place, categoryCode: categoryCode ?? origin.categoryCode };
    const { subdistrictId } = origin;
    const isActive = categoryCode === undefined || (await this.categories.isActive(subdistrictId, categoryCode));
    if (!isActive) throw new ProblemError('unknownCategory');
    return known;
  }

  private async scanned(code: string): Promise<Origin> {
    const { subdistrictId, communityId, id, place, categoryCode } = await this.codes.resolve(code);
    return { subdistrictId, communityId, qrPointId: id, place, categoryCode: categoryCode ?? undefined };
  }

  /** Staff and keys are of one subdistrict; only somebody without sign-in names one, and it must exist. */
  private async chosen(actor: Actor | undefined, body: SendSubmission): Promise<Origin> {
    const subdistrictId = actor?.subdistrictId ?? body.subdistrictId;
    if (subdistrictId === undefined || !(await this.submissions.hasSubdistrict(subdistrictId))) {
      throw new ProblemError('unknownSubdistrict');
    }
    const { communityId } = body;
    const known = communityId !== undefined && (await this.communities.namesOf(subdistrictId, [communityId]));
    if (!known || !known.has(communityId)) throw new ProblemError('unknownCommunity');
    return { subdistrictId, communityId };
  }

  /** The right for everybody opens the residents' channels only. */
  private authorized({ actor, key }: Sender, { channel }: SendSubmission, origin: Origin): NewSubmission['entered'] {
    const { subdistrictId, communityId } = origin;
    const facts = { onBehalfOfSender: !isPublic(channel) };
    const asked = isPublic(channel) && actor?.keyId === undefined ? undefined : actor;
    if (!asked && !isPublic(channel)) throw new ProblemError('notAuthenticated');
    const { role, scope } = this.access.authorize(asked, 'submission.create', { subdistrictId, communityId }, facts);
    if (!asked) return undefined;
    if (scope === 'public' || (channel === 'partner') !== (role === 'partnerKey')) {
      throw new ProblemError('roleNotAllowed');
    }
    if (role === 'partnerKey' && key === undefined) throw new ProblemError('idempotencyKeyMissing');
    return { userId: asked.userId, role };
  }

  private async checkPoint({ subdistrictId, qrPointId }: Origin, at: number): Promise<void> {
    if (qrPointId === undefined) return;
    const { most, withinMs } = POINT_LIMIT;
    const sent = await this.submissions.sentAtPoint(subdistrictId, qrPointId, at - withinMs, most);
    const [oldest] = sent;
    if (oldest === undefined || sent.length < most) return;
    throw new ProblemError('rateLimited', {
      retryAfterSeconds: Math.max(1, Math.ceil((oldest + withinMs - at) / 1000)),
    });
  }

  private async record(
    submission: NewSubmission,
    receipt: SubmissionReceipt,
    key: string | undefined,
  ): Promise<SubmissionReceipt> {
    const { origin, body, entered } = submission;
    const pool = this.database.pool(origin.subdistrictId);
    const decision = receptionOf(submission, this.keys);
    if (key === undefined) {
      await recordDecision(pool, decision);
      return receipt;
    }
    const request = { requesterId: entered?.userId ?? 'resident', key, bodyHash: bodyHashOf(body) };
    const stored = await recordRequest(pool, decision, { ...request, status: 201, body: receipt });
    return stored.body as SubmissionReceipt;
  }
}
