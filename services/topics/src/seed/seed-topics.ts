import type { Instant } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { recordDecision } from '@hsl/database/record-decision';
import { asInstant } from '@hsl/database/sql-values';
import { dayOf, yearOf } from '@hsl/domain/calendar-day';
import { communityIdsOf, STANDING_TOPICS, standingTopicId } from './standing-topics.js';

/**
 * Makes the standing topics that are missing; one that is there is left alone, since people may have changed it.
 * @returns how many were made
 */
export async function seedTopics(db: Queryable, subdistrictId: string, at: Instant): Promise<number> {
  let made = 0;
  for (const topic of STANDING_TOPICS) {
    const id = standingTopicId(subdistrictId, topic.slug);
    const communityIds = communityIdsOf(subdistrictId, topic);
    const { title, problem, source, scale, tier, categoryCode, phase, state } = topic;
    const { repeated } = await recordDecision(db, {
      ...{ table: 'topic', id, subdistrictId, insert: true, decisionId: `topic/${id}#1`, at, source: 'topics' },
      patch: {
        ...{ title, problem, source, scale, tier, phase, state, published: true },
        ...{ category_code: categoryCode, community_ids: communityIds, proposed_at: asInstant(at) },
        ...{ solving_at: asInstant(at), plan_year: yearOf(dayOf(at)), level: 'subdistrict' },
      },
      timeline: [{ kind: 'proposed', toState: state, actorRole: 'system' }],
      events: [{ type: 'topic.proposed.v1', subject: id, data: { topicId: id, categoryCode, communityIds, at } }],
    });
    if (!repeated) made += 1;
  }
  return made;
}
