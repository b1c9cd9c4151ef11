import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { RuleChanges, RuleSetBody } from '@hsl/contracts/schemas/rules';
import { toIso } from '@hsl/contracts/instants';
import { changesOf } from '@hsl/domain/rule-set-changes';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { demandSense } from './proposed-content.js';
import { trialOf } from './rule-trial.js';
import { MOST_STAYS, RuleTrialRepository } from './rule-trial.repository.js';
import { RuleSetRepository, type RuleSetRow } from './rule-set.repository.js';
import { TermsService } from './terms.service.js';

/** Rules are tried on the whistles of so many days. */
const TRIED_DAYS = 90;
const DAY_MS = 86_400_000;

const position = z.strictObject({ version: z.int() });

/** Reads the rules and their history (S14). */
@Injectable()
export class RuleSetReader {
  constructor(
    private readonly rules: RuleSetRepository,
    private readonly trials: RuleTrialRepository,
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

  /** What a proposal of this content would change, also in the last 90 days. @throws ProblemError validationFailed */
  async preview(actor: Actor, content: RuleSetBody): Promise<RuleChanges> {
    const { calendar } = await this.rulesNow(actor);
    const newest = await this.rules.newest(actor.subdistrictId);
    demandSense(newest.content, content);
    const now = this.clock.now();
    const since = new Date(now - TRIED_DAYS * DAY_MS);
    const stays = await this.trials.staysSince(actor.subdistrictId, since);
    const steps = trialOf(stays, { before: newest.content, after: content }, { calendar, now });
    return {
      ...{ basedOn: newest.version, changes: changesOf(newest.content, content) },
      trial: { since: since.toISOString(), steps, isCut: stays.length === MOST_STAYS },
    };
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
