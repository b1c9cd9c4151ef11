import { randomUUID } from 'node:crypto';
import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { DecideRouting, ProposeRouting, RoutingProposal } from '@hsl/contracts/schemas/routing-proposals';
import { beyond } from '@hsl/database/list-position';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { RoutingProposal as Row } from '../generated/prisma/client.js';
import { DepartmentBook, type DepartmentRef } from './department-book.js';
import * as writing from './routing-writing.js';

const position = z.strictObject({ proposedAt: z.iso.datetime(), id: z.uuid() });

/** Proposals for another row of the routing table (S37): who proposes does not approve. */
@Injectable()
export class RoutingProposalsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly access: AccessService,
    private readonly book: DepartmentBook,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** Newest first. @throws ProblemError roleNotAllowed */
  async list(
    actor: Actor,
    { limit, cursor, state }: PageQuery & { state?: string },
    locale: Locale,
  ): Promise<Page<RoutingProposal>> {
    const { subdistrictId } = actor;
    this.authorize(actor, 'routingTable.read');
    const after = decodeCursor(cursor, position);
    const rows = await this.database.forTenant(subdistrictId).routingProposal.findMany({
      where: { subdistrictId, state, ...beyond('proposedAt', after) },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => ({ proposedAt: row.proposedAt.toISOString(), id: row.id }));
    const named = await this.book.of(subdistrictId);
    return { ...page, items: page.items.map((row) => this.view(actor, row, named, locale)) };
  }

  /**
   * @param seen version of the row that the proposer saw
   * @throws ProblemError unknownCategory, unknownDepartment, preconditionFailed, unchanged; routingProposed while
   *   another proposal for the row waits
   */
  async propose(
    actor: Actor,
    categoryCode: string,
    body: ProposeRouting,
    { seen, locale }: { seen: number | undefined; locale: Locale },
  ): Promise<RoutingProposal> {
    const { subdistrictId } = actor;
    const role = this.authorize(actor, 'routingTable.propose');
    await this.book.mustKnow(subdistrictId, body.leadDepartmentId, 'leadDepartmentId');
    for (const [index, id] of body.supportingDepartmentIds.entries())
      await this.book.mustKnow(subdistrictId, id, `supportingDepartmentIds.${index}`);
    const [id, at] = [randomUUID(), new Date(this.clock.now())];
    await this.database.transaction(subdistrictId, async (client) => {
      const row = await writing.lockRow(client, subdistrictId, categoryCode);
      if (!row) throw new ProblemError('unknownCategory');
      if (seen !== undefined && seen !== row.version) throw new ProblemError('preconditionFailed');
      if (writing.isSame(row, body)) throw new ProblemError('unchanged');
      if (await writing.isWaiting(client, row)) throw new ProblemError('routingProposed');
      await writing.addProposal(client, { id, row, body, actor, role, at });
    });
    return this.one(actor, id, locale);
  }

  /** @throws ProblemError notFound, separationOfDuties, alreadyAnswered; proposalOutdated if the row moved meanwhile */
  async decide(actor: Actor, id: string, body: DecideRouting, locale: Locale): Promise<RoutingProposal> {
    const { subdistrictId } = actor;
    const { proposedBy } = await this.find(actor, id);
    const role = this.authorize(actor, 'routingTable.approve', { notProposer: proposedBy !== actor.userId });
    const at = new Date(this.clock.now());
    await this.database.transaction(subdistrictId, async (client) => {
      const proposal = await writing.lockProposal(client, id);
      if (proposal?.state !== 'PROPOSED') throw new ProblemError('alreadyAnswered');
      if (body.verdict === 'approve') {
        const row = await writing.lockRow(client, subdistrictId, proposal.categoryCode);
        if (row?.version !== proposal.basedOn) throw new ProblemError('proposalOutdated');
        await writing.putIntoForce(client, { row, proposal, at });
      }
      await writing.settle(client, { proposal, body, actor, role, at });
    });
    this.relay.kick();
    return this.one(actor, id, locale);
  }

  private async one(actor: Actor, id: string, locale: Locale): Promise<RoutingProposal> {
    return this.view(actor, await this.find(actor, id), await this.book.of(actor.subdistrictId), locale);
  }

  private async find(actor: Actor, id: string): Promise<Row> {
    this.authorize(actor, 'routingTable.read');
    const row = await this.database.forTenant(actor.subdistrictId).routingProposal.findUnique({ where: { id } });
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private view(actor: Actor, row: Row, named: (id: string) => DepartmentRef, locale: Locale): RoutingProposal {
    const { id, categoryCode, basedOn, proposedBy, decidedBy, decidedAt, decisionReason } = row;
    const target = { subdistrictId: actor.subdistrictId, subdistrictWide: true };
    const legality = { 'routingTable.approve': { legal: row.state === 'PROPOSED' } };
    const facts = { notProposer: proposedBy !== actor.userId };
    const actions = this.access.actions(actor, Object.keys(legality), target, facts, legality, locale);
    return {
      ...{ id, categoryCode, basedOn, proposedBy, state: row.state as RoutingProposal['state'] },
      lead: named(row.leadDepartmentId),
      supporting: row.supportingDepartmentIds.map(named),
      reason: locale === 'en' ? row.reasonEn : row.reason,
      proposedAt: row.proposedAt.toISOString(),
      decidedBy: decidedBy ?? undefined,
      decidedAt: decidedAt?.toISOString(),
      decisionReason: decisionReason ?? undefined,
      mayDecide: actions.some(({ allowed }) => allowed),
    };
  }

  private authorize(actor: Actor, action: string, facts: Readonly<Record<string, boolean>> = {}) {
    const target = { subdistrictId: actor.subdistrictId, subdistrictWide: true };
    return this.access.authorize(actor, action, target, facts).role;
  }
}
