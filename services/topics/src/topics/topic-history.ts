import type { TopicHistory } from '@hsl/contracts/schemas/topic-steps';
import type { TimelineEntry, TopicNote } from '../generated/prisma/client.js';

type Line = TopicHistory['items'][number];

/** What happened, with what was written with it. */
export function topicHistory(entries: readonly TimelineEntry[], notes: readonly TopicNote[]): Line[] {
  const wordsOf = new Map(notes.map(({ version, text }) => [version, text]));
  return entries.map(({ kind, version, fromState, toState, actorId, actorRole, at, details }) => ({
    ...{ kind, at: at.toISOString(), by: actorId ?? undefined, role: actorRole ?? undefined },
    fromState: (fromState as Line['fromState'] | null) ?? undefined,
    toState: (toState as Line['toState'] | null) ?? undefined,
    words: wordsOf.get(version),
    ...levelsOf(details),
  }));
}

function levelsOf(details: unknown): Pick<Line, 'fromLevel' | 'toLevel'> {
  const { fromLevel, toLevel } = details as Pick<Line, 'fromLevel' | 'toLevel'>;
  return { fromLevel, toLevel };
}
