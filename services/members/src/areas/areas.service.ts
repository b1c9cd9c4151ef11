import { randomUUID } from 'node:crypto';
import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import {
  areaFilters,
  areaProposalFilters,
  type AreaPosting,
  type AreaProposal,
  type DecideArea,
  type ProposeArea,
} from '@hsl/contracts/schemas/areas';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, pageQuerySchema, type Page } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CoverageService } from '../community-coverage/coverage.service.js';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import type { AreaProposal as ProposalRow } from '../generated/prisma/client.js';
import { applyWish, checkWish } from './area-postings.js';
import { AreasRepository } from './areas.repository.js';

export const AreaQuery = pageQuerySchema.extend(areaFilters);
export type AreaQuery = z.output<typeof AreaQuery>;
export const AreaProposalQuery = pageQuerySchema.extend(areaProposalFilters);
export type AreaProposalQuery = z.output<typeof AreaProposalQuery>;

const postingPlace = z.object({ communityId: z.string(), memberId: z.string(), firstDay: z.iso.date() });
const proposalPlace = z.object({ at: z.iso.datetime(), id: z.uuid() });
const isId = (id: string): boolean => z.uuid().safeParse(id).success;
const wide = (actor: Actor) => ({ subdistrictId: actor.subdistrictId, subdistrictWide: true });

/** Who speaks for which community, when (S26): a liaison officer proposes a change, a deputy leader rules on it. */
@Injectable()
export class AreasService {
  constructor(
    @Inject(TenantDatabase) private readonly database: MembersDatabase,
    private readonly access: AccessService,
    private readonly areas: AreasRepository,
    private readonly coverage: CoverageService,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** The postings with their history. @throws ProblemError roleNotAllowed */
  async postings(actor: Actor, { limit, cursor, ...filters }: AreaQuery): Promise<Page<AreaPosting>> {
    this.access.authorize(actor, 'member.search', wide(actor));
    const after = decodeCursor(cursor, postingPlace);
    const rows = await this.areas.postings(actor.subdistrictId, { ...filters, after, limit });
    return pageOf(rows, limit, ({ communityId, memberId, firstDay }) => ({ communityId, memberId, firstDay }));
  }

  /** @throws ProblemError roleNotAllowed for who neither proposes nor rules */
  async proposals(actor: Actor, { limit, cursor, state }: AreaProposalQuery): Promise<Page<AreaProposal>> {
    const mayPropose = this.access.scopes(actor, 'areaAssignment.propose').length > 0;
    if (!mayPropose) this.access.authorize(actor, 'areaAssignment.approve', wide(actor), { notProposer: true });
    const rows = await this.areas.proposals(actor.subdistrictId, {
      ...{ state, limit, after: decodeCursor(cursor, proposalPlace) },
    });
    const page = pageOf(rows, limit, ({ proposedAt, id }) => ({ at: proposedAt.toISOString(), id }));
    return { ...page, items: page.items.map(viewOf) };
  }

  /** @throws ProblemError roleNotAllowed, unknownMember, unknownCommunity, postingOverlaps, noSuchPosting */
  async propose(actor: Actor, body: ProposeArea): Promise<AreaProposal> {
    const { subdistrictId, userId } = actor;
    this.access.authorize(actor, 'areaAssignment.propose', wide(actor));
    const [isMember, isCommunity] = await this.areas.known(subdistrictId, body.memberId, body.communityId);
    if (!isMember) throw new ProblemError('unknownMember');
    if (!isCommunity) throw new ProblemError('unknownCommunity');
    const wish = {
      ...{ subdistrictId, change: body.change, memberId: body.memberId, communityId: body.communityId },
      firstDay: body.change === 'begin' ? asDate(body.firstDay) : null,
      lastDay: asDate(body.lastDay),
    };
    await checkWish(this.database.pool(subdistrictId), wish);
    const row = await this.database.forTenant(subdistrictId).areaProposal.create({
      data: {
        ...{ ...wish, id: randomUUID(), reason: body.reason, state: 'PROPOSED', proposedBy: userId },
        proposedAt: new Date(this.clock.now()),
      },
    });
    return viewOf(row);
  }

  /**
   * Approved, the posting begins or ends in the same transaction; refused, nothing changes.
   * @throws ProblemError notFound, separationOfDuties, wrongState for one that is ruled, postingOverlaps, noSuchPosting
   */
  async decide(actor: Actor, id: string, body: DecideArea): Promise<AreaProposal> {
    const { subdistrictId } = actor;
    const before = isId(id) ? await this.areas.find(subdistrictId, id) : null;
    const notProposer = before?.proposedBy !== actor.userId;
    this.access.authorize(actor, 'areaAssignment.approve', wide(actor), { notProposer });
    if (!before) throw new ProblemError('notFound');
    const at = this.clock.now();
    await this.database.transaction(subdistrictId, async (db) => {
      const { rowCount } = await db.query(RULE, [
        id,
        body.approved ? 'APPROVED' : 'REFUSED',
        actor.userId,
        at,
        body.remark,
      ]);
      if (rowCount === 0) {
        const now = await db.query<{ state: string }>('SELECT state FROM area_proposal WHERE id = $1', [id]);
        throw new ProblemError('wrongState', { state: now.rows[0]?.state });
      }
      if (!body.approved) return;
      // Two rulings on one member wait for each other here, not inside the constraint.
      await db.query('SELECT 1 FROM member WHERE id = $1 FOR UPDATE', [before.memberId]);
      await applyWish(db, before, at, dateOf(dayOf(at)));
    });
    if (body.approved) await this.coverage.check(subdistrictId);
    this.relay.kick();
    return viewOf((await this.areas.find(subdistrictId, id)) ?? before);
  }
}

const RULE = `UPDATE area_proposal SET state = $2, decided_by = $3, decided_at = to_timestamp($4::float8 / 1000), remark = $5
  WHERE id = $1 AND state = 'PROPOSED'`;

const asDate = (day: string | undefined): Date | null => (day === undefined ? null : new Date(`${day}T00:00:00Z`));
const asDay = (date: Date | null): string | undefined => date?.toISOString().slice(0, 10);

const viewOf = (row: ProposalRow): AreaProposal => ({
  ...{ id: row.id, memberId: row.memberId, communityId: row.communityId, reason: row.reason },
  ...{ change: row.change as AreaProposal['change'], state: row.state as AreaProposal['state'] },
  ...{ firstDay: asDay(row.firstDay), lastDay: asDay(row.lastDay), proposedBy: row.proposedBy },
  ...{ proposedAt: row.proposedAt.toISOString(), decidedBy: row.decidedBy ?? undefined },
  ...{ decidedAt: row.decidedAt?.toISOString(), remark: row.remark ?? undefined },
});
