import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { RuleSetBody } from '@hsl/contracts/schemas/rules';
import { toIso } from '@hsl/contracts/instants';
import { changesOf } from '@hsl/domain/rule-set-changes';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { demandSense } from './proposed-content.js';
import { RuleSetRepository, type RuleSetRow } from './rule-set.repository.js';
import { TermsService } from './terms.service.js';

const position = z.strictObject({ version: z.int() });

/** Reads the rules and their history (S14). */
@Injectable()
export class RuleSetReader {
  constructor(
    private readonly rules: RuleSetRepository,
    private readonly terms: TermsService,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async inForce(actor: Actor) {
    const { ruleSet, calendar } = await this.rulesNow(actor);
    const { version: calendarVersion, firstYear, lastYear } = calendar;
    const { version, effectiveFrom, content } = ruleSet;
    const known = { calendarVersion, firstYear, lastYear };
    return { version, effectiveFrom: toIso(effectiveFrom), ...content, calendar: known };
  }

  async versions(actor: Actor, { limit, cursor }: PageQuery) {
    const { ruleSet } = await this.rulesNow(actor);
    const after = decodeCursor(cursor, position);
    const rows = await this.rules.versions(actor.subdistrictId, limit, after?.version);
    const { items, nextCursor } = pageOf(rows, limit, ({ version }) => ({ version }));
    return { items: items.map((row) => viewOf(row, ruleSet.version)), nextCursor };
  }

  /** @throws ProblemError notFound */
  async version(actor: Actor, version: number) {
    const { ruleSet } = await this.rulesNow(actor);
    const [row, before] = await Promise.all([
      this.rules.findVersion(actor.subdistrictId, version),
      this.rules.findVersion(actor.subdistrictId, version - 1),
    ]);
    if (!row) throw new ProblemError('notFound');
    const { content, proposal } = row;
    return {
      ...viewOf(row, ruleSet.version),
      ...(proposal && {
        ...{ proposedBy: proposal.proposedBy, proposedAt: proposal.proposedAt.toISOString() },
        ...{ approvedAt: proposal.decidedAt?.toISOString(), reason: proposal.reason ?? undefined },
      }),
      content,
      changes: before ? changesOf(before.content, content) : [],
    };
  }

  /** What a proposal of this content would change. @throws ProblemError validationFailed */
  async preview(actor: Actor, content: RuleSetBody) {
    this.mayRead(actor);
    const newest = await this.rules.newest(actor.subdistrictId);
    demandSense(newest.content, content);
    return { basedOn: newest.version, changes: changesOf(newest.content, content) };
  }

  private rulesNow(actor: Actor) {
    this.mayRead(actor);
    return this.terms.inForce(actor.subdistrictId, this.clock.now());
  }

  private mayRead(actor: Actor): void {
    this.access.authorize(actor, 'ruleSet.read', { subdistrictId: actor.subdistrictId, subdistrictWide: true });
  }
}

const viewOf = ({ version, effectiveFrom, approvedBy, proposalId }: Omit<RuleSetRow, 'content'>, inForce: number) => ({
  ...{ version, effectiveFrom: effectiveFrom.toISOString(), approvedBy, proposalId: proposalId ?? undefined },
  isInForce: version === inForce,
});
