import { randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import type { LinkOutcome, SessionLinks as Answer } from '@hsl/contracts/schemas/sitting-voices';
import type { SessionLinkKind } from '@hsl/contracts/sessions';
import { announce } from '@hsl/database/announce';
import { envelopeOf, MOST_EVENTS } from '@hsl/database/event-envelope';
import { asInstant } from '@hsl/database/sql-values';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { SessionRow } from '../sessions/sessions.repository.js';
import { heldIn } from './held-in.js';
import { linkedEvent } from './linked-event.js';
import { SittingDesk } from './sitting-desk.js';

const KEEP = `INSERT INTO session_link (id, subdistrict_id, session_id, kind, target_id, linked_by, linked_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (session_id, kind, target_id) DO NOTHING`;

type Link = Answer['items'][number];

/** Of one session, of each sort. */
const MOST_LINKS = 100;

/** What the outcome of a session became (S12, S53). */
@Injectable()
export class SessionLinks {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly desk: SittingDesk,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /**
   * The same link a second time changes nothing. Whistles, tasks and projects are other owners': that they exist is not
   * checked here.
   * @throws ProblemError notFound, roleNotAllowed, minutesNotFinal, unknownProposal
   */
  async link(actor: Actor, id: string, { kind, targetId }: LinkOutcome): Promise<Answer> {
    const session = await this.desk.session(actor, id);
    this.desk.authorize('session.recordMinutes', { session, actor, self: undefined });
    heldIn(session);
    const { subdistrictId } = session;
    const db = this.database.forTenant(subdistrictId);
    const isMissing = kind === 'proposal' && (await db.proposal.count({ where: { id: targetId } })) === 0;
    if (isMissing) throw new ProblemError('unknownProposal');
    await this.keep(session, { kind, targetId }, actor.userId);
    return { items: await this.of(session) };
  }

  /** Row and event in one transaction; what is linked already is not told again. */
  private async keep(session: SessionRow, { kind, targetId }: LinkOutcome, linkedBy: string): Promise<void> {
    const { id: sessionId, subdistrictId } = session;
    const at = this.clock.now();
    await this.database.transaction(subdistrictId, async (db) => {
      const values = [randomUUID(), subdistrictId, sessionId, kind, targetId, linkedBy, asInstant(at)];
      const { rowCount } = await db.query(KEEP, values);
      if (rowCount === 0) return;
      const event = linkedEvent(session, { kind, targetId }, at);
      await announce(db, [envelopeOf(event, { source: 'topics', subdistrictId, at, sequence: MOST_EVENTS })]);
    });
    this.relay.kick();
  }

  async list(actor: Actor, id: string): Promise<Answer> {
    const session = await this.desk.session(actor, id);
    const { views } = this.desk.authorize('session.read', { session, actor, self: undefined });
    if (views.includes('publishedOnly')) throw new ProblemError('notFound');
    return { items: await this.of(session) };
  }

  async of(session: SessionRow): Promise<Link[]> {
    return (await this.ofAll(session.subdistrictId, [session])).get(session.id)!;
  }

  /** By session: the matter it was held on, proposals that name it as their origin, and what was linked by hand. */
  async ofAll(subdistrictId: string, sessions: readonly SessionRow[]): Promise<ReadonlyMap<string, Link[]>> {
    const db = this.database.forTenant(subdistrictId);
    const where = { sessionId: { in: sessions.map(({ id }) => id) } };
    const take = MOST_LINKS * sessions.length;
    const [linked, raised] = await Promise.all([
      db.sessionLink.findMany({ where, orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }], take }),
      db.proposal.findMany({ where, select: { id: true, sessionId: true }, orderBy: { submittedAt: 'asc' }, take }),
    ]);
    return new Map(
      sessions.map(({ id, whistleId }) => {
        const isOfIt = ({ sessionId }: { sessionId: string | null }) => sessionId === id;
        const links: Link[] = [
          ...(whistleId === null ? [] : [{ kind: 'whistle' as const, targetId: whistleId }]),
          ...raised.filter(isOfIt).map((proposal) => ({ kind: 'proposal' as const, targetId: proposal.id })),
          ...linked.filter(isOfIt).map(({ kind, targetId }) => ({ kind: kind as SessionLinkKind, targetId })),
        ];
        return [id, links.filter((one, index) => links.findIndex((other) => isSame(one, other)) === index)];
      }),
    );
  }
}

const isSame = (one: Link, other: Link): boolean => one.kind === other.kind && one.targetId === other.targetId;
