import type { Instant } from '@hsl/contracts/instants';
import type { ActorRef, Role } from '@hsl/contracts/roles';
import type { NominateTopic } from '@hsl/contracts/schemas/topic-steps';
import type { ProposeTopic } from '@hsl/contracts/schemas/topics';
import type { TopicSource } from '@hsl/contracts/topics';
import type { AnyOutgoingEvent, Decision } from '@hsl/database/decision';
import type { Topic } from '../generated/prisma/client.js';
import { changedEvent, noteRow } from './topic-change.js';
import { columnsOf } from './topic-columns.js';

export interface NewTopic extends ProposeTopic {
  id: string;
  subdistrictId: string;
  proposedBy: ActorRef;
  at: Instant;
  /** Made of what a resident told: the actor only wrote it down (S107). */
  isResidents?: boolean;
  /** Set by the leadership: it enters the plan at once (S109). */
  nominated?: Pick<NominateTopic, 'planYear' | 'memberIds' | 'reason'>;
}
export interface BornTopic {
  decision: Decision;
  row: Topic;
}

const LEADERSHIP: readonly (Role | 'system')[] = ['deputyLeader', 'groupLeader'];

/** S107 to S109: a member recommends, the leadership sets; a community's staff bring what residents ask for. */
export function sourceOf(role: Role | 'system'): TopicSource {
  if (LEADERSHIP.includes(role)) return 'leadership';
  return role === 'member' ? 'member' : 'resident';
}

/** A proposed topic is in selection and not public before it was chosen; a set one is planned and public (domain 4.1). */
export function birthOf(topic: NewTopic): BornTopic {
  const { id, subdistrictId, proposedBy, at, nominated } = topic;
  const row = rowOf(topic);
  const { state, categoryCode, communityIds } = row;
  const events: AnyOutgoingEvent[] = [
    { type: 'topic.proposed.v1', subject: id, data: { topicId: id, categoryCode, communityIds, at } },
  ];
  const { id: _id, subdistrictId: _tenant, version: _version, lastDecisionId: _decision, ...fields } = row;
  const decision: Decision = {
    ...{ table: 'topic', id, subdistrictId, insert: true, decisionId: row.lastDecisionId, at, source: 'topics' },
    patch: columnsOf(fields),
    timeline: [
      {
        kind: nominated ? 'nominated' : 'proposed',
        ...{ toState: state, actorId: proposedBy.userId, actorRole: proposedBy.role },
      },
    ],
    events: nominated ? [...events, changedEvent(row, 'nominate', proposedBy, at)] : events,
    also: nominated ? [noteRow(1, nominated.reason)] : [],
  };
  return { decision, row };
}

function rowOf({ id, subdistrictId, proposedBy, at, nominated, isResidents = false, ...said }: NewTopic): Topic {
  const { title, problem, scale, tier, categoryCode, communityIds } = said;
  const begun = nominated
    ? { phase: 'solving', state: 'PLANNED', published: true, solvingAt: new Date(at), solvingBy: proposedBy.userId }
    : { phase: 'selection', state: 'PROPOSED', published: false, solvingAt: null, solvingBy: null };
  return {
    ...{ id, subdistrictId, version: 1, lastDecisionId: `topic/${id}#1` },
    ...{
      title,
      problem,
      scale,
      tier,
      categoryCode,
      communityIds,
      source: isResidents ? 'resident' : sourceOf(proposedBy.role),
      ...begun,
    },
    ...{ nature: null, problemTypes: [], strategyTags: [], track: 'immediate' },
    // What one community cannot have alone is the subdistrict's from the beginning.
    level: nominated || communityIds.length > 1 ? 'subdistrict' : 'community',
    ...{ memberIds: nominated?.memberIds ?? [], planYear: nominated?.planYear ?? null },
    ...{ breakthroughAt: null, breakthroughBy: null, consensus: null, deliberations: 0, outcome: null },
    ...(isResidents
      ? { proposedBy: null, proposedRole: 'resident' }
      : { proposedBy: proposedBy.userId, proposedRole: proposedBy.role }),
    ...{ proposedAt: new Date(at), endorsements: 0 },
  };
}
