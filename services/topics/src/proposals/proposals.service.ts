import { actorRefOf, type Actor } from '@hsl/access/actor';
import { AccessService, type Legality } from '@hsl/access/access.service';
import type { Proposal, proposalFilters, ProposalPage } from '@hsl/contracts/schemas/proposals';
import { proposalWorkflowId } from '@hsl/contracts/workflow-ids';
import { requestIdOf } from '@hsl/database/request-id';
import { proposalStatesFor } from '@hsl/domain/proposal-transitions';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { behind, UpdateSender } from '@hsl/temporal/update-sender';
import type { ProposalCommand } from '@hsl/workflows/proposal/proposal.messages';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DepartmentsRepository } from '../departments/departments.repository.js';
import { mayReadWords, ofDepartments, relationsOf, targetOf, whereOf } from './proposal-access.js';
import { ProposalDrafts } from './proposal-drafts.js';
import { PROPOSAL_STEPS, type ProposalStep } from './proposal-steps.js';
import { proposalViewOf } from './proposal-view.js';
import { proposalPosition, ProposalsRepository, type ProposalRow } from './proposals.repository.js';

export type ProposalQuery = PageQuery & z.output<z.ZodObject<typeof proposalFilters>>;

/** Who asks, in which language, and the key that makes a repeat take effect once. */
export interface Asked {
  actor: Actor;
  key?: string | undefined;
  locale: Locale;
}

/** Proposals of members (S62, S65, S66): who may read them, and the steps that people take. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly proposals: ProposalsRepository,
    private readonly access: AccessService,
    private readonly departments: DepartmentsRepository,
    private readonly drafts: ProposalDrafts,
    private readonly updates: UpdateSender,
    private readonly clock: Clock,
  ) {}

  async list({ actor, locale }: Asked, query: ProposalQuery): Promise<ProposalPage> {
    const { limit, cursor, mine, departmentId, ...equal } = query;
    const within = whereOf(actor, this.access.scopes(actor, 'proposal.read'));
    const own = { submittedBy: actor.userId };
    const where = {
      AND: [
        ...[within, equal],
        mine === undefined ? {} : mine === 'true' ? own : { NOT: own },
        departmentId === undefined ? {} : ofDepartments(actor.subdistrictId, [departmentId]),
      ],
    };
    const after = decodeCursor(cursor, proposalPosition);
    const rows = await this.proposals.list(actor.subdistrictId, where, limit, after);
    const page = pageOf(rows, limit, (row) => ({ submittedAt: row.submittedAt.toISOString(), id: row.id }));
    return { ...page, items: page.items.map((row) => this.view(actor, row, locale)) };
  }

  /** @throws ProblemError notFound, also for a proposal the caller may not read */
  async get({ actor, locale }: Asked, id: string): Promise<Proposal> {
    const row = await this.find(actor, id);
    this.access.authorize(actor, 'proposal.read', targetOf(row, actor), relationsOf(actor, row));
    return this.view(actor, row, locale);
  }

  /**
   * One step of a running proposal.
   * @throws ProblemError notFound, roleNotAllowed, separationOfDuties, unknownDepartment with the field,
   * proposalNotReady or returnNotAllowed with the state, promiseDateMissing, temporalUnavailable
   */
  async take<Body extends object, Command extends ProposalCommand>(
    { actor, key, locale }: Asked,
    id: string,
    { name, update, command, departments }: ProposalStep<Body, Command>,
    body: Body,
  ): Promise<Proposal> {
    const row = await this.find(actor, id);
    const { role } = this.access.authorize(actor, `proposal.${name}`, targetOf(row, actor), relationsOf(actor, row));
    if (departments) await this.departments.mustKnow(row.subdistrictId, departments(body));
    const updateId = requestIdOf(actor, `proposal.${name}`, row.id, body, key);
    const words = 'text' in body && typeof body.text === 'string' ? body.text : undefined;
    if (words !== undefined) {
      const { subdistrictId } = row;
      const draft = { id: updateId, subdistrictId, proposalId: row.id, step: name, recordedBy: actor.userId };
      await this.drafts.keep({ ...draft, text: words });
    }
    const sent = {
      ...{ ...command(body, { actor, row }), by: actorRefOf(actor, role) },
      ...(words === undefined ? {} : { contentId: updateId }),
    } as unknown as Command;
    const options = { updateId, notFound: 'proposalNotReady', state: row.state, isBehind: behind(row) } as const;
    await this.updates.execute(proposalWorkflowId(row.id), update, sent, options);
    return this.view(actor, await this.find(actor, id), locale);
  }

  async find(actor: Actor, id: string): Promise<ProposalRow> {
    const row = await this.proposals.find(actor.subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  view(actor: Actor, row: ProposalRow, locale: Locale): Proposal {
    const names = Object.values(PROPOSAL_STEPS).map(({ name }) => `proposal.${name}`);
    const relations = relationsOf(actor, row);
    const now = this.clock.now();
    const actions = this.access.actions(
      actor,
      names,
      targetOf(row, actor),
      relations,
      legalityOf(row, now, actor),
      locale,
    );
    return proposalViewOf(row, actions, now, (step) => mayReadWords(actor, row, step));
  }
}

const legalityOf = (row: ProposalRow, now: number, actor: Actor): Legality =>
  Object.fromEntries(
    Object.values<Pick<ProposalStep<never, never>, 'name' | 'isLegal'>>(PROPOSAL_STEPS).map(({ name, isLegal }) => {
      const ability = `proposal.${name}`;
      const states: readonly string[] = proposalStatesFor(ability);
      const legal = states.includes(row.state) && (isLegal?.(row, now, actor) ?? true);
      const until = name === 'requestReturn' ? row.returnUntil : row.dueAt;
      return [ability, { legal, ...(until ? { until: until.getTime() } : {}) }];
    }),
  );
