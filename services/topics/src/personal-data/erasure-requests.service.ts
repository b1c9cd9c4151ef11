import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type {
  DecideErasure,
  ErasureAsked,
  ErasureRequest as Answer,
  ErasureRequestPage,
  ErasureState,
  RequestErasure,
} from '@hsl/contracts/schemas/personal-data';
import { beyond } from '@hsl/database/list-position';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { ErasureRequest } from '../generated/prisma/client.js';
import { addRequest, forget, settle } from './erasure-writing.js';
import { SenderMatters } from './sender-matters.js';
import { SenderProofs } from './sender-proofs.js';

const position = z.strictObject({ requestedAt: z.iso.datetime(), id: z.uuid() });
const APPROVE = 'personalData.approveErasure';

/** Somebody asks to be forgotten, a deputy leader who is not that person decides (domain 4.6). */
@Injectable()
export class ErasureRequests {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly matters: SenderMatters,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
    private readonly proofs: SenderProofs,
  ) {}

  /**
   * The same id asks once.
   * @throws ProblemError senderNotProven; roleNotAllowed for staff who are no member; erasureRequested while another
   *   request of that person waits
   */
  async ask(actor: Actor | undefined, { id, proof }: RequestErasure): Promise<ErasureAsked> {
    const asked = proof === undefined ? this.member(actor) : await this.sender(proof);
    const { subdistrictId } = asked;
    const request = { id, requestedAt: new Date(this.clock.now()), ...asked };
    await addRequest(this.database.pool(subdistrictId), request);
    const found = await this.database.forTenant(subdistrictId).erasureRequest.findUnique({ where: { id } });
    if (!found) throw new ProblemError('erasureRequested');
    return { id, state: found.state as ErasureState, requestedAt: found.requestedAt.toISOString() };
  }

  /** Newest first, for who decides and for the auditor. @throws ProblemError roleNotAllowed */
  async list(
    actor: Actor,
    { limit, cursor, state }: PageQuery & { state?: ErasureState },
  ): Promise<ErasureRequestPage> {
    const { subdistrictId } = actor;
    if (!this.mayRead(actor)) throw new ProblemError('roleNotAllowed');
    const after = decodeCursor(cursor, position);
    const rows = await this.database.forTenant(subdistrictId).erasureRequest.findMany({
      where: { subdistrictId, state, ...beyond('requestedAt', after) },
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => ({ requestedAt: row.requestedAt.toISOString(), id: row.id }));
    return { ...page, items: page.items.map((row) => this.view(actor, row)) };
  }

  /** @throws ProblemError notFound, roleNotAllowed, separationOfDuties, alreadyAnswered */
  async decide(actor: Actor, id: string, { verdict, reason }: DecideErasure): Promise<Answer> {
    const { subdistrictId } = actor;
    const where = { subdistrictId, id };
    const row = await this.database.forTenant(subdistrictId).erasureRequest.findFirst({ where });
    if (!row || !this.mayRead(actor)) throw new ProblemError(row ? 'roleNotAllowed' : 'notFound');
    const facts = { reasonGiven: true, notSelf: row.userId !== actor.userId };
    const { role } = this.access.authorize(actor, APPROVE, { subdistrictId }, facts);
    const ruling = { by: actor.userId, role, reason, at: new Date(this.clock.now()) };
    await this.database.transaction(subdistrictId, async (client) => {
      const isFirst = await settle(client, row, verdict === 'approve' ? 'APPROVED' : 'REJECTED', ruling);
      if (!isFirst) throw new ProblemError('alreadyAnswered');
      if (verdict === 'approve') await forget(client, row, ruling);
    });
    this.relay.kick();
    return this.view(actor, await this.database.forTenant(subdistrictId).erasureRequest.findFirstOrThrow({ where }));
  }

  private member(actor: Actor | undefined) {
    if (!actor) throw new ProblemError('notAuthenticated');
    const { subdistrictId, userId } = actor;
    const target = { subdistrictId, about: userId };
    this.access.authorize(actor, 'personalData.requestErasure', target, { provenSender: false });
    return { subdistrictId, subject: 'member', userId, submissionIds: [], participantIds: [] };
  }

  private async sender(text: string) {
    const proof = this.proofs.open(text, 'personalData.requestErasure');
    const { submissionIds, participantIds } = await this.matters.of(proof);
    const { subdistrictId } = proof;
    return { subdistrictId, subject: 'resident', userId: null, submissionIds, participantIds };
  }

  private mayDecide = (actor: Actor): boolean => this.access.scopes(actor, APPROVE, ['notSelf']).length > 0;

  private mayRead = (actor: Actor): boolean => this.mayDecide(actor) || this.access.readsMatterTrail(actor);

  private view(actor: Actor, row: ErasureRequest): Answer {
    const { id, userId, submissionIds, requestedAt, decidedBy, decidedAt, decisionReason } = row;
    const state = row.state as ErasureState;
    return {
      ...{
        id,
        submissionIds,
        state,
        subject: row.subject as Answer['subject'],
        requestedAt: requestedAt.toISOString(),
      },
      ...{ userId: userId ?? undefined, decidedBy: decidedBy ?? undefined },
      ...{ decidedAt: decidedAt?.toISOString(), decisionReason: decisionReason ?? undefined },
      mayDecide: state === 'REQUESTED' && this.mayDecide(actor) && userId !== actor.userId,
    };
  }
}
