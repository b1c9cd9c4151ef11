import type { Decision } from '@hsl/database/decision';
import { asInstant, asJson } from '@hsl/database/sql-values';
import type { SessionRow } from '../sessions/sessions.repository.js';

type NewSession = Pick<SessionRow, 'id' | 'subdistrictId' | 'topicId' | 'communityIds' | 'memberIds'>;

/** A thematic session is there, in its first round. */
export function convened(session: NewSession, convenedBy: string, at: number, dueAt: number): Decision {
  const { id, subdistrictId, topicId, communityIds, memberIds } = session;
  return {
    ...{ table: 'session', id, subdistrictId, insert: true, at, source: 'topics', events: [] },
    decisionId: `${id}#1/convened`,
    patch: {
      ...{ topic_id: topicId, community_ids: communityIds, purpose: 'thematic', round: 1, state: 'CONVENED' },
      ...{ convened_by: convenedBy, convened_at: asInstant(at), member_ids: memberIds },
      ...{ due_at: asInstant(dueAt), deadlines: asJson([]) },
    },
    timeline: [{ kind: 'convened', toState: 'CONVENED', actorId: convenedBy }],
  };
}
