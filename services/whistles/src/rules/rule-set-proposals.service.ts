import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { ProposeRuleSet } from '@hsl/contracts/schemas/rules';
import type { Instant } from '@hsl/contracts/instants';
import { requestIdOf } from '@hsl/database/request-id';
import { Clock } from '@hsl/platform/clock';
import { nameUuid } from '@hsl/platform/name-uuid';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { demandSense } from './proposed-content.js';
import { proposalSummary, proposalView } from './rule-set-proposal-view.js';
import { RuleSetRecorder } from './rule-set-recorder.js';
import { proposalPosition, RuleSetRepository, type ProposalRow } from './rule-set.repository.js';

/** Proposals for other rules, and the decisions on them (S102): who proposes does not approve. */
@Injectable()
export class RuleSetProposals {
  constructor(
    private readonly rules: RuleSetRepository,
    private readonly recorder: RuleSetRecorder,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { limit, cursor, state }: PageQuery & { state?: string }) {
    const { subdistrictId } = actor;
    this.authorize(actor, 'ruleSet.read');
    const after = decodeCursor(cursor, proposalPosition);
    const rows = await this.rules.proposals(subdistrictId, state ? { state } : {}, { limit, after });
    const keyOf = ({ proposedAt, id }: ProposalRow) => ({ proposedAt: proposedAt.toISOString(), id });
    const page = pageOf(rows, limit, keyOf);
    const bases = await this.rules.contentsOf(subdistrictId, [...new Set(page.items.map(({ basedOn }) => basedOn))]);
    return { ...page, items: page.items.map((row) => proposalSummary(row, bases)) };
  }

  async get(actor: Actor, id: string) {
    this.authorize(actor, 'ruleSet.read');
    return this.view(actor, await this.find(actor, id));
  }

  /** @throws ProblemError unchanged for the rules as they are; validationFailed */
  async propose(actor: Actor, body: ProposeRuleSet, key: string | undefined) {
    const { role } = this.authorize(actor, 'ruleSet.propose');
    const requestId = requestIdOf(actor, 'ruleSet.propose', actor.subdistrictId, body, key);
    const id = nameUuid('ruleSetProposal', requestId);
    const before = await this.rules.findProposal(actor.subdistrictId, id);
    if (before) return this.view(actor, before);
    const newest = await this.rules.newest(actor.subdistrictId);
    demandSense(newest.content, body.content);
    await this.recorder.propose({ id, actor, role, body, newest, at: this.clock.now() });
    return this.view(actor, await this.find(actor, id));
  }

  /**
   * @throws ProblemError separationOfDuties for who proposed it; validationFailed for an instant that has come;
   * alreadyAnswered, proposalOutdated
   */
  async approve(actor: Actor, id: string, effectiveFrom: Instant) {
    const row = await this.find(actor, id);
    const effectiveLater = effectiveFrom > this.clock.now();
    const { role } = this.authorize(actor, 'ruleSet.approve', { ...factsOf(actor, row), effectiveLater });
    await this.recorder.approve({ actor, role, row, effectiveFrom });
    return this.view(actor, await this.find(actor, id));
  }

  /** @throws ProblemError separationOfDuties for who proposed it; alreadyAnswered */
  async reject(actor: Actor, id: string, reason: string) {
    const row = await this.find(actor, id);
    const { role } = this.authorize(actor, 'ruleSet.approve', factsOf(actor, row));
    await this.recorder.reject({ actor, role, row, reason });
    return this.view(actor, await this.find(actor, id));
  }

  private async view(actor: Actor, row: ProposalRow) {
    const { subdistrictId } = actor;
    const [bases, newest] = await Promise.all([
      this.rules.contentsOf(subdistrictId, [row.basedOn]),
      this.rules.newest(subdistrictId),
    ]);
    const legal = row.state === 'PROPOSED' && row.basedOn === newest.version;
    const target = { subdistrictId, subdistrictWide: true };
    const may = ['ruleSet.approve'];
    const actions = this.access.actions(actor, may, target, factsOf(actor, row), { 'ruleSet.approve': { legal } });
    return { ...proposalView(row, bases), actions };
  }

  private authorize(actor: Actor, action: string, facts: Readonly<Record<string, boolean>> = {}) {
    return this.access.authorize(actor, action, { subdistrictId: actor.subdistrictId, subdistrictWide: true }, facts);
  }

  private async find(actor: Actor, id: string): Promise<ProposalRow> {
    const row = await this.rules.findProposal(actor.subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    return row;
  }
}

/** A rejection takes effect at once and needs no date. */
const factsOf = (actor: Actor, row: ProposalRow) => ({
  notProposer: row.proposedBy !== actor.userId,
  effectiveLater: true,
});
