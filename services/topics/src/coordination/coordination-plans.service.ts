import { randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type {
  CoordinationPlan,
  SignCoordinationPlan,
  WriteCoordinationPlan,
} from '@hsl/contracts/schemas/coordination-plans';
import { takesPlan, type TopicState } from '@hsl/contracts/topics';
import { VersionConflict } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { asJson } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { nameUuid } from '@hsl/platform/name-uuid';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { DepartmentsRepository } from '../departments/departments.repository.js';
import type { CoordinationPlan as PlanRow, Topic } from '../generated/prisma/client.js';
import { TopicsService } from '../topics/topics.service.js';
import {
  departmentsOf,
  idsOf,
  isHeldTo,
  isOfUnit,
  partiesOf,
  partyOf,
  planStateOf,
  rewritten,
  signed,
  type Party,
  type PartyName,
} from './coordination-parties.js';

/** Who wrote or signed, and what the plan says after it. */
interface Change {
  kind: 'planWritten' | 'planSigned';
  actor: Actor;
  role: string;
  parties: Party[];
  details: Record<string, unknown>;
}

/** Coordination plans of topics: each party's contribution, date and signature (S106). */
@Injectable()
export class CoordinationPlans {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly topics: TopicsService,
    private readonly communities: CommunitiesRepository,
    private readonly departments: DepartmentsRepository,
    private readonly clock: Clock,
  ) {}

  /** For whoever reads the topic as staff. @throws ProblemError notFound, also while there is no plan; roleNotAllowed */
  async get(actor: Actor, topicId: string): Promise<CoordinationPlan> {
    const topic = await this.topics.readable(actor, topicId);
    const plan = await this.topics.plan(topic);
    if (!plan) throw new ProblemError('notFound');
    if (!this.topics.readsPlan(actor, topic, plan)) throw new ProblemError('roleNotAllowed');
    return view(plan);
  }

  /**
   * Written, or written anew: changed parties sign again.
   * @param seen version of the plan that it was written from
   * @throws ProblemError notFound, roleNotAllowed, conflictOfInterest, preconditionFailed, unknownCommunity,
   *   unknownDepartment, wrongState for a topic that is not being solved
   */
  async write(
    actor: Actor,
    topicId: string,
    { parties }: WriteCoordinationPlan,
    seen?: number,
  ): Promise<CoordinationPlan> {
    const topic = await this.topics.existing(actor, topicId);
    const plan = await this.topics.plan(topic);
    const { subdistrictId, communityIds, memberIds, state } = topic;
    const departmentIds = plan ? departmentsOf(plan) : [];
    const [lead] = departmentIds;
    const { role } = this.access.authorize(
      actor,
      'coordinationPlan.write',
      { subdistrictId, communityIds, memberIds, departmentIds },
      {
        noConflict: !isOfUnit(actor, idsOf(parties, 'department')),
        isLead: lead !== undefined && isOfUnit(actor, [lead]),
      },
    );
    if (!takesPlan(state as TopicState)) throw new ProblemError('wrongState', { state });
    if (seen !== undefined && seen !== (plan?.version ?? 0)) throw new ProblemError('preconditionFailed');
    await this.checkNames(subdistrictId, parties);
    const next = rewritten(plan ? partiesOf(plan) : [], parties);
    return this.record(topic, plan, { kind: 'planWritten', actor, role, parties: next, details: {} });
  }

  /**
   * By the party itself; a second time answers the same.
   * @param read what was signed, if it is said: nobody signs what was changed meanwhile
   * @throws ProblemError notFound, notAParty, roleNotAllowed, conflictOfInterest, preconditionFailed
   */
  async sign(
    actor: Actor,
    topicId: string,
    { kind, partyId, ...read }: SignCoordinationPlan,
  ): Promise<CoordinationPlan> {
    const name = { kind, partyId };
    const topic = await this.topics.existing(actor, topicId);
    const plan = await this.topics.plan(topic);
    if (!plan) throw new ProblemError('notFound');
    const before = partiesOf(plan);
    const { role } = this.access.authorize(
      actor,
      'coordinationPlan.sign',
      { subdistrictId: topic.subdistrictId, ...targetOf(name) },
      { noConflict: !isOfUnit(actor, departmentsOf(plan)) },
    );
    const party = partyOf(before, name);
    if (!party) throw new ProblemError('notAParty');
    if (!isHeldTo(party, read)) throw new ProblemError('preconditionFailed');
    if (party.signedAt !== undefined) return view(plan);
    const at = new Date(this.clock.now()).toISOString();
    const parties = signed(before, name, actor.userId, at);
    return this.record(topic, plan, { kind: 'planSigned', actor, role, parties, details: { ...name } });
  }

  private async checkNames(subdistrictId: string, parties: readonly PartyName[]): Promise<void> {
    const communityIds = idsOf(parties, 'community');
    const known = await this.communities.namesOf(subdistrictId, communityIds);
    if (communityIds.some((id) => !known.has(id))) throw new ProblemError('unknownCommunity');
    const named = parties.flatMap(({ kind, partyId }, index) =>
      kind === 'department' ? [[`parties.${index}.partyId`, partyId] as const] : [],
    );
    await this.departments.mustKnow(subdistrictId, Object.fromEntries(named));
  }

  /** @throws ProblemError preconditionFailed if somebody else was faster */
  private async record(topic: Topic, plan: PlanRow | null, change: Change): Promise<CoordinationPlan> {
    const { subdistrictId, id: topicId } = topic;
    const { kind, actor, role, parties, details } = change;
    const [id, state, at] = [nameUuid('coordination-plan', topicId), planStateOf(parties), this.clock.now()];
    const decisionId = `coordinationPlan/${id}#${(plan?.version ?? 0) + 1}/${randomUUID()}`;
    try {
      await recordDecision(this.database.pool(subdistrictId), {
        ...{ table: 'coordination_plan', id, subdistrictId, decisionId, at, source: 'topics', events: [] },
        patch: { state, parties: asJson(parties), topic_id: plan ? undefined : topicId },
        timeline: [{ kind, fromState: plan?.state, toState: state, actorId: actor.userId, actorRole: role, details }],
        ...(plan ? { expectedVersion: plan.version } : { insert: true }),
      });
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      throw new ProblemError('preconditionFailed', { cause: error });
    }
    const after = await this.topics.plan(topic);
    if (!after) throw new Error(`coordination plan ${id} was recorded and is not there`);
    return view(after);
  }
}

/** A party is signed for by its own people only. */
const targetOf = ({ kind, partyId }: PartyName) =>
  kind === 'community'
    ? { communityId: partyId }
    : kind === 'department'
      ? { departmentIds: [partyId] }
      : { memberIds: [partyId] };

const view = (row: PlanRow): CoordinationPlan => ({
  ...{ topicId: row.topicId, version: row.version, state: row.state as CoordinationPlan['state'] },
  parties: partiesOf(row),
});
