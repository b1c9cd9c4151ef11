import { AccessService } from '@hsl/access/access.service';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { ConveneThematicSession } from '@hsl/contracts/schemas/sittings';
import { recordDecision } from '@hsl/database/record-decision';
import { requestIdOf } from '@hsl/database/request-id';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { nameUuid } from '@hsl/platform/name-uuid';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Topic } from '../generated/prisma/client.js';
import { sessionCalledOff, sittingPlanned } from './sitting-decisions.js';
import { convened } from './thematic-convened.js';
import { assertOpen, SittingDesk } from './sitting-desk.js';
import { SittingPlans } from './sitting-plan.service.js';

/** Sessions on a topic, without a whistle and its workflow (S70): convened with their first sitting. */
@Injectable()
export class ThematicSessions {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly communities: CommunitiesRepository,
    private readonly plans: SittingPlans,
    private readonly desk: SittingDesk,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /**
   * A member convenes on a topic the member proposed or looks into; a community holds a stool talk of its own.
   * @param key the same key with the same body convenes one session
   * @returns its id
   * @throws ProblemError unknownTopic, unknownCommunity, roleNotAllowed, wrongState for a format the role may not
   *   convene or a topic that is closed, validationFailed, unknownBooking
   */
  async convene(actor: Actor, body: ConveneThematicSession, key: string | undefined): Promise<string> {
    const { topicId, communityIds: asked, memberIds, ...plan } = body;
    const topic = await this.topicOf(actor, topicId);
    const communityIds = asked ?? topic.communityIds;
    const role = this.roleFor(actor, topic, communityIds, plan.format);
    await this.checkCommunities(actor.subdistrictId, communityIds);
    await this.plans.check(actor.subdistrictId, plan);
    const at = this.clock.now();
    const by = actorRefOf(actor, role);
    const own = actor.posts.flatMap((post) => (post.role === 'member' && post.memberId ? [post.memberId] : []));
    const session = {
      ...{
        id: requestIdOf(actor, 'session.convene', topicId, body, key),
        subdistrictId: actor.subdistrictId,
        topicId,
        communityIds,
        round: 1,
      },
      ...{
        whistleId: null,
        number: null,
        communityId: null,
        memberIds: [...new Set([...topic.memberIds, ...own, ...memberIds])],
      },
    };
    const sitting = { id: nameUuid('sitting', session.id, 1), version: 0, body: plan, by, at };
    await this.database.transaction(actor.subdistrictId, async (client) => {
      await recordDecision(client, convened(session, by.userId, at, Date.parse(plan.endsAt)));
      await recordDecision(client, sittingPlanned({ session, ...sitting }));
    });
    this.relay.kick();
    return session.id;
  }

  /**
   * It will not be held; whoever is invited is told.
   * @throws ProblemError notFound, roleNotAllowed, sessionOwedToMatter, sessionNotOpen, wrongState
   */
  async cancel(actor: Actor, id: string, reason: string): Promise<void> {
    const session = await this.desk.session(actor, id);
    const at = { session, actor, self: undefined };
    const { role } = this.desk.authorize('session.cancel', at, { reasonGiven: true });
    if (session.purpose !== 'thematic') throw new ProblemError('sessionOwedToMatter', { state: session.state });
    assertOpen(session);
    const sitting = await this.desk.sittingOf(session, session.round);
    await this.desk.record(sessionCalledOff(session, sitting, reason, actorRefOf(actor, role), this.clock.now()));
  }

  private async topicOf({ subdistrictId }: Actor, id: string): Promise<Topic> {
    const topic = await this.database.forTenant(subdistrictId).topic.findFirst({ where: { subdistrictId, id } });
    if (!topic) throw new ProblemError('unknownTopic');
    if (topic.state === 'CLOSED') throw new ProblemError('wrongState', { state: topic.state });
    return topic;
  }

  /** A session of several communities asks the right for each of them: one's own does not open the others. */
  private roleFor(actor: Actor, topic: Topic, communityIds: readonly string[], format: string) {
    const assigneeIds = topic.proposedBy === null ? [] : [topic.proposedBy];
    const roles = communityIds.map((communityId) => {
      const target = { subdistrictId: actor.subdistrictId, communityId, assigneeIds, memberIds: topic.memberIds };
      const facts = { invited: false, referredToDistrict: false, noConflict: true, format };
      return this.access.authorize(actor, 'session.convene', target, facts).role;
    });
    return roles[0] ?? 'liaisonOfficer';
  }

  private async checkCommunities(subdistrictId: string, ids: readonly string[]): Promise<void> {
    const known = await this.communities.namesOf(subdistrictId, ids);
    if (ids.some((id) => !known.has(id))) throw new ProblemError('unknownCommunity');
  }
}
