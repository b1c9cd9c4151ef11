import { toIso, type Instant } from '@hsl/contracts/instants';
import type { ActorRef, Role } from '@hsl/contracts/roles';
import type { ProposeTopic, Topic } from '@hsl/contracts/schemas/topics';
import type { TopicSource } from '@hsl/contracts/topics';
import type { Decision } from '@hsl/database/decision';
import { asInstant } from '@hsl/database/sql-values';

export interface NewTopic extends ProposeTopic {
  id: string;
  subdistrictId: string;
  proposedBy: ActorRef;
  at: Instant;
}

/** S107, S108: a member recommends; a community's staff bring what residents ask for. */
export const sourceOf = (role: Role | 'system'): TopicSource => (role === 'member' ? 'member' : 'resident');

/** A topic begins as PROPOSED, in selection, and is not public before it was screened (domain 4.1). */
export function proposalOf(topic: NewTopic): { decision: Decision; answer: Topic } {
  const { id, subdistrictId, proposedBy, at, title, problem, scale, tier, categoryCode, communityIds } = topic;
  const begun = { source: sourceOf(proposedBy.role), phase: 'selection', state: 'PROPOSED', published: false } as const;
  const decision: Decision = {
    ...{ table: 'topic', id, subdistrictId, insert: true, decisionId: `topic/${id}#1`, at, source: 'topics' },
    patch: {
      ...{ title, problem, scale, tier, ...begun },
      ...{ category_code: categoryCode, community_ids: communityIds },
      ...{ proposed_by: proposedBy.userId, proposed_role: proposedBy.role, proposed_at: asInstant(at) },
    },
    timeline: [{ kind: 'proposed', toState: begun.state, actorId: proposedBy.userId, actorRole: proposedBy.role }],
    events: [{ type: 'topic.proposed.v1', subject: id, data: { topicId: id, categoryCode, communityIds, at } }],
  };
  const answer: Topic = {
    ...{ id, version: 1, title, problem, scale, tier, categoryCode, communityIds, ...begun },
    ...{ proposedBy: proposedBy.userId, proposedAt: toIso(at), endorsements: 0, openChildren: 0 },
  };
  return { decision, answer };
}
