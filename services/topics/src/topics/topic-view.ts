import { toIso } from '@hsl/contracts/instants';
import type { ChildWhistle as ChildAnswer, Topic as TopicAnswer } from '@hsl/contracts/schemas/topics';
import type { ChildWhistle, Topic } from '../generated/prisma/client.js';

/** A topic as it is answered. The codes are texts in the table, written from the same unions. */
export function topicView(row: Topic, openChildren: number): TopicAnswer {
  const { id, version, title, problem, categoryCode, communityIds, published, endorsements } = row;
  return {
    ...{ id, version, title, problem, categoryCode, communityIds, published, endorsements, openChildren },
    source: row.source as TopicAnswer['source'],
    scale: row.scale as TopicAnswer['scale'],
    tier: row.tier as TopicAnswer['tier'],
    phase: row.phase as TopicAnswer['phase'],
    state: row.state as TopicAnswer['state'],
    ...(row.proposedBy === null ? {} : { proposedBy: row.proposedBy }),
    proposedAt: row.proposedAt.toISOString(),
  };
}

export function childView(row: ChildWhistle, communityName: string | undefined): ChildAnswer {
  return {
    ...{ id: row.whistleId, number: row.number, communityId: row.communityId, communityName },
    state: row.state as ChildAnswer['state'],
    ...(row.dueAt === null ? {} : { dueAt: row.dueAt.toISOString() }),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Time of the newest whistle event among them; undefined if there is none. */
export function asOfOf(children: readonly ChildWhistle[]): string | undefined {
  const newest = Math.max(...children.map(({ updatedAt }) => updatedAt.getTime()));
  return Number.isFinite(newest) ? toIso(newest) : undefined;
}
