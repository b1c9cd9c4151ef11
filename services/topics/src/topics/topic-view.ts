import { toIso } from '@hsl/contracts/instants';
import type { ChildWhistle as ChildAnswer, Topic as TopicAnswer } from '@hsl/contracts/schemas/topics';
import type { ChildWhistle, Topic } from '../generated/prisma/client.js';

/** A topic as it is answered. The codes are texts in the table, written from the same unions. */
export function topicView(row: Topic, openChildren: number): TopicAnswer {
  const { id, version, title, problem, categoryCode, communityIds, memberIds, strategyTags, deliberations } = row;
  const { published, endorsements } = row;
  return {
    ...{ id, version, title, problem, categoryCode, communityIds, memberIds, strategyTags, deliberations },
    ...{ published, endorsements, openChildren, phases: phasesOf(row) },
    ...{ planYear: row.planYear ?? undefined, problemTypes: row.problemTypes as TopicAnswer['problemTypes'] },
    nature: (row.nature as TopicAnswer['nature'] | null) ?? undefined,
    consensus: (row.consensus as TopicAnswer['consensus'] | null) ?? undefined,
    outcome: (row.outcome as TopicAnswer['outcome'] | null) ?? undefined,
    level: row.level as TopicAnswer['level'],
    track: row.track as TopicAnswer['track'],
    source: row.source as TopicAnswer['source'],
    scale: row.scale as TopicAnswer['scale'],
    tier: row.tier as TopicAnswer['tier'],
    phase: row.phase as TopicAnswer['phase'],
    state: row.state as TopicAnswer['state'],
    ...(row.proposedBy === null ? {} : { proposedBy: row.proposedBy }),
    proposedAt: row.proposedAt.toISOString(),
  };
}

/** Phases entered so far, when and by whom (S110). */
function phasesOf(row: Topic): TopicAnswer['phases'] {
  const { proposedAt, proposedBy, solvingAt, solvingBy, breakthroughAt, breakthroughBy } = row;
  const entered = [
    ['selection', proposedAt, proposedBy],
    ['solving', solvingAt, solvingBy],
    ['breakthrough', breakthroughAt, breakthroughBy],
  ] as const;
  return entered.flatMap(([phase, at, by]) =>
    at === null ? [] : [{ phase, at: at.toISOString(), ...(by === null ? {} : { by }) }],
  );
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
