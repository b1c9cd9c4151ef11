import { randomUUID } from 'node:crypto';
import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { Instant } from '@hsl/contracts/instants';
import type { ActorRef } from '@hsl/contracts/roles';
import type { TopicChange } from '@hsl/contracts/topics';
import type { AnyOutgoingEvent, Decision } from '@hsl/database/decision';
import { cte, type SqlFragment } from '@hsl/database/sql-fragment';
import type { Topic } from '../generated/prisma/client.js';
import { columnsOf, type TopicPatch } from './topic-columns.js';

/** A change that was allowed. */
export interface ChangedTopic {
  row: Topic;
  change: TopicChange;
  patch: TopicPatch;
  by: ActorRef;
  at: Instant;
  /** Stays in the row of its own; neither timeline nor event carries it. */
  words?: string;
  /** Codes only. */
  details?: Record<string, unknown>;
}

/** The decision: row, history, words and event in one statement. */
export function changeOf({ row, change, patch, by, at, words, details }: ChangedTopic): Decision {
  const { id, subdistrictId, version } = row;
  const after: Topic = { ...row, ...patch, version: version + 1 };
  return {
    ...{ table: 'topic', id, subdistrictId, expectedVersion: version, at, source: 'topics' },
    // Of this request alone: two people who want the same at once are two, and the second hears that it was late.
    decisionId: `topic/${id}#${version + 1}/${randomUUID()}`,
    patch: columnsOf(patch),
    timeline: [
      {
        ...{ kind: change, fromState: row.state, toState: after.state, actorId: by.userId, actorRole: by.role },
        details,
      },
    ],
    events: [changedEvent(after, change, by, at)],
    also: words === undefined ? [] : [noteRow(version + 1, words)],
  };
}

export const noteRow = (version: number, text: string): SqlFragment =>
  cte('note')`INSERT INTO topic_note (topic_id, subdistrict_id, version, text)
    SELECT decided.id::uuid, decided.subdistrict_id, ${version}::integer, ${text}::text FROM decided`;

type Told = EventDataByType['topic.changed.v1'];

/** The codes are texts in the table, written from the same unions. */
export function changedEvent(row: Topic, change: TopicChange, by: ActorRef, at: Instant): AnyOutgoingEvent {
  const { id: topicId, version, categoryCode, communityIds, planYear, nature, outcome } = row;
  return {
    ...{ type: 'topic.changed.v1', subject: topicId },
    data: {
      ...{ topicId, change, version, categoryCode, communityIds, actedBy: by.userId, at },
      state: row.state as Told['state'],
      phase: row.phase as Told['phase'],
      level: row.level as Told['level'],
      source: row.source as Told['source'],
      scale: row.scale as Told['scale'],
      tier: row.tier as Told['tier'],
      track: row.track as Told['track'],
      problemTypes: row.problemTypes as Told['problemTypes'],
      ...(nature === null ? {} : { nature: nature as Told['nature'] }),
      ...(planYear === null ? {} : { year: planYear }),
      ...(outcome === null ? {} : { outcome: outcome as Told['outcome'] }),
    },
  };
}
