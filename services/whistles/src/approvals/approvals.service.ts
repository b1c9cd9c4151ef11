import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Approval, ApprovalKind, approvalFilters } from '@hsl/contracts/schemas/approvals';
import { APPROVAL_KINDS } from '@hsl/contracts/schemas/approvals';
import type { Deadline } from '@hsl/contracts/steps';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { legalityOf } from '../matter/whistle-actions.js';
import { factsOf, targetOf } from '../matter/whistle-facts.js';
import { WhistleRepository, type WhistleRow } from '../matter/whistle.repository.js';
import { APPROVAL_RELATIONS, APPROVALS } from './approval-kinds.js';
import { approvalPosition, ApprovalsRepository } from './approvals.repository.js';

export type ApprovalQuery = PageQuery & z.output<z.ZodObject<typeof approvalFilters>>;

/** What waits for the reader's word: who asks, why, and until when. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly approvals: ApprovalsRepository,
    private readonly whistles: WhistleRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Empty for whoever has no such word to give. @throws ProblemError validationFailed for a cursor of another list */
  async list(actor: Actor, { limit, cursor, kind }: ApprovalQuery, locale: Locale): Promise<Page<Approval>> {
    const kinds = APPROVAL_KINDS.filter((one) => kind === undefined || one === kind);
    const ways = kinds.map((one) => ({
      kind: one,
      scopes: this.access.scopes(actor, APPROVALS[one].ability, APPROVAL_RELATIONS),
    }));
    const after = decodeCursor(cursor, approvalPosition);
    const found = await this.approvals.waiting(actor.subdistrictId, ways, limit, after);
    const page = pageOf(found, limit, ({ blownAt, id }) => ({ blownAt: blownAt.toISOString(), id }));
    const mine = ways.filter(({ scopes }) => scopes.length > 0).map((way) => way.kind);
    const rows = await this.whistles.findAll(
      actor.subdistrictId,
      page.items.map(({ id }) => id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const items = page.items.flatMap(({ id }) => {
      const row = byId.get(id);
      return row ? this.askedOf(actor, row, mine, locale) : [];
    });
    return { ...page, items };
  }

  /** A matter may wait for several words at once. */
  private askedOf(actor: Actor, row: WhistleRow, kinds: readonly ApprovalKind[], locale: Locale): Approval[] {
    const legality = legalityOf(row);
    const facts = factsOf(row, actor, this.clock.now());
    return kinds
      .filter((kind) => legality[APPROVALS[kind].ability]?.legal)
      .flatMap((kind) => {
        const { ability } = APPROVALS[kind];
        const [action] = this.access.actions(actor, [ability], targetOf(row), facts, legality, locale);
        // Of another community, whose word is another's to give.
        return action && action.reasonCode !== 'roleNotAllowed' ? [{ ...askOf(row, kind), action }] : [];
      });
  }
}

function askOf(row: WhistleRow, kind: ApprovalKind): Omit<Approval, 'action'> {
  const { askedRole, words } = APPROVALS[kind];
  const written = row.contents.findLast((content) => content.kind === words);
  const { reasonCode, reason, note } = (written?.body ?? {}) as Partial<Record<string, string>>;
  const clock = (row.deadlines as unknown as Deadline[]).findLast(({ step }) => step === kind);
  const { id: whistleId, number, communityId, categoryCode, facts } = row;
  return {
    ...{ kind, whistleId, number, communityId, categoryCode, facts, askedRole },
    askedAt: (written?.createdAt ?? (kind === 'countersign' ? row.blownAt : undefined))?.toISOString(),
    ...{ reasonCode, reason: reason ?? note },
    dueAt: clock && new Date(clock.dueAt).toISOString(),
  };
}
