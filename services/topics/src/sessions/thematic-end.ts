import type { Instant } from '@hsl/contracts/instants';
import type { ActorRef } from '@hsl/contracts/roles';
import type { SessionOutcome } from '@hsl/contracts/states';
import type { Decision } from '@hsl/database/decision';
import { cte } from '@hsl/database/sql-fragment';
import { asInstant } from '@hsl/database/sql-values';
import { factOf } from '../sittings/sitting-decisions.js';
import { afterThematic } from './session-closing.js';
import type { SessionRow } from './sessions.repository.js';
import { turnoutOf } from './turnout.js';

interface Held {
  outcome: SessionOutcome;
  contentId: string;
  attendance: number;
  by: ActorRef;
  at: Instant;
}

/** A thematic session was held: row, history, final minutes and event in one statement, as a workflow's decision is. */
export function thematicHeld(session: SessionRow, { outcome, contentId, attendance, by, at }: Held): Decision {
  const { id, subdistrictId, version } = session;
  const { state, round, dueAt, isLast } = afterThematic(session, outcome, at);
  const details = { outcome, isLast, contentId };
  const data = { ...factOf(session, by, at), outcome, isLast, ...turnoutOf(session, attendance) };
  return {
    ...{ table: 'session', id, subdistrictId, expectedVersion: version, at, source: 'topics' },
    decisionId: `${id}#${version + 1}/held/${contentId}`,
    patch: { state, round, outcome, due_at: asInstant(dueAt) },
    timeline: [{ kind: 'held', toState: state, actorId: by.userId, actorRole: by.role, details }],
    events: [{ type: 'session.thematicHeld.v1', subject: id, data }],
    also: [
      cte('final_minutes')`UPDATE minutes SET final_at = ${asInstant(at)}
        FROM decided WHERE minutes.id = ${contentId}::uuid AND minutes.session_id = decided.id::uuid`,
    ],
  };
}
