import { randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { BlowWhistle } from '@hsl/contracts/schemas/whistles';
import { bodyHashOf } from '@hsl/database/idempotent-request';
import { recordDecision, recordRequest } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { toIso } from '@hsl/contracts/instants';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { DutyOfficer } from '../duty-roster/duty-officer.js';
import { ReferenceBook } from '../reference/reference-book.js';
import { TermsService } from '../rules/terms.service.js';
import { WhistleStarter } from '../starter/whistle-starter.js';
import { refuseFutureBacklog } from './backlog-day.js';
import { checkNames } from './named-references.js';
import { NumberSource } from './number-source.js';
import { newTrackingCode } from './tracking-code.js';
import { birthOf, type NewWhistle } from './whistle-birth.js';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export interface Blown {
  id: string;
  number: string;
  trackingCode: string;
  state: 'BLOWN';
  version: 1;
  dueAt: string;
}

/** Takes whistles: nothing but PostgreSQL is needed, and one statement is all it costs (S103, S117). */
@Injectable()
export class IntakeService {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly access: AccessService,
    private readonly book: ReferenceBook,
    private readonly terms: TermsService,
    private readonly duty: DutyOfficer,
    private readonly numbers: NumberSource,
    private readonly starter: WhistleStarter,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /**
   * @param key the caller's Idempotency-Key: the same key with the same body is answered the same again
   * @throws ProblemError for names that do not exist, a key used with another body, a community that is not the caller's
   */
  async blow(actor: Actor, body: BlowWhistle, key: string | undefined): Promise<Blown> {
    const { subdistrictId } = actor;
    const grant = this.access.authorize(actor, 'whistle.blow', { subdistrictId, communityId: body.communityId });
    if (grant.role === 'partnerKey' && key === undefined) throw new ProblemError('idempotencyKeyMissing');
    refuseFutureBacklog(body.backlogSince, this.clock.now());
    const { defaultGrade } = checkNames(body, await this.book.of(subdistrictId));
    const terms = await this.terms.termsNow(subdistrictId, defaultGrade);
    const { onBehalfOf, ...words } = body;
    const blownBy = { userId: this.blowerOf(actor, onBehalfOf), role: grant.role };
    const at = this.clock.now();
    const urgency = { subdistrictId, grade: defaultGrade, kind: body.kind, at };
    const whistle: NewWhistle = {
      ...words,
      ...{ ...urgency, id: randomUUID(), blownBy, blownByKey: keyAccountOf(actor) },
      ...{ number: await this.nextNumber(subdistrictId), trackingCode: newTrackingCode() },
      dutyUserId: await this.duty.ringFor(urgency, terms.calendar),
    };
    const birth = birthOf(whistle, terms);
    const answer = answerOf(whistle, birth.patch['due_at'] as Date);
    const blown = await this.record(actor, birth, answer, key === undefined ? undefined : { key, body });
    this.starter.kick();
    this.relay.kick();
    return blown;
  }

  private async record(
    actor: Actor,
    birth: ReturnType<typeof birthOf>,
    answer: Blown,
    request: { key: string; body: BlowWhistle } | undefined,
  ): Promise<Blown> {
    const pool = this.database.pool(actor.subdistrictId);
    if (!request) {
      await recordDecision(pool, birth);
      return answer;
    }
    const { key, body } = request;
    const identity = { requesterId: actor.keyId ?? actor.userId, key, bodyHash: bodyHashOf(body) };
    const stored = await recordRequest(pool, birth, { ...identity, status: 201, body: answer });
    return stored.body as Blown;
  }

  /** A key blows for a named worker, who counts as the blower (abilities: API keys). */
  private blowerOf(actor: Actor, onBehalfOf: string | undefined): string {
    return actor.keyId !== undefined && onBehalfOf !== undefined ? onBehalfOf : actor.userId;
  }

  private nextNumber(subdistrictId: string): Promise<string> {
    const year = new Date(this.clock.now() + SHANGHAI_OFFSET_MS).getUTCFullYear();
    return this.numbers.next(subdistrictId, year);
  }
}

const answerOf = ({ id, number, trackingCode }: NewWhistle, dueAt: Date): Blown => ({
  ...{ id, number, trackingCode, state: 'BLOWN', version: 1 },
  dueAt: toIso(dueAt.getTime()),
});

/** The account and not the bare id of the key: rights compare accounts. */
const keyAccountOf = ({ keyId, userId }: Actor): string | undefined => (keyId === undefined ? undefined : userId);
