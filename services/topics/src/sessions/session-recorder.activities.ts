import type { SessionFact as EventFact } from '@hsl/contracts/events/session-events';
import { RUNG_EVENT_TYPES } from '@hsl/contracts/events/ladder-events';
import type { AnyOutgoingEvent, Decision, TimelineRow } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { cte } from '@hsl/database/sql-fragment';
import { asInstant, asJson, type SqlValue } from '@hsl/database/sql-values';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { DeliberationActivities, SessionDecision } from '@hsl/workflows/deliberation/deliberation.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { SessionFacts, type UnchangingSession } from './session-facts.js';

/** Writes what the workflow of a session decided. The workflow is the authority; this row is what people read. */
@Injectable()
export class SessionRecorder implements DeliberationActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly facts: SessionFacts,
    private readonly relay: OutboxRelay,
  ) {}

  /**
   * Row, history, final minutes and event in one statement; a second call for the same decision changes nothing.
   * @throws VersionConflict, which no retry can cure, if the row is not where the workflow left it
   */
  async recordSessionDecision(decision: SessionDecision): Promise<void> {
    const { subdistrictId } = decision;
    const unchanging = await this.facts.of(decision);
    await recordDecision(this.database.pool(subdistrictId), rowDecisionOf(decision, unchanging));
    this.relay.kick();
  }
}

function rowDecisionOf(decision: SessionDecision, unchanging: UnchangingSession): Decision {
  const { sessionId, subdistrictId, version, at, by, fact } = decision;
  return {
    ...{ table: 'session', id: sessionId, subdistrictId, at, source: 'topics' },
    decisionId: `${sessionId}#${version}/${fact.type}/${by.userId}`,
    patch: patchOf(decision),
    timeline: [historyOf(decision)],
    events: eventsOf(decision, unchanging),
    also:
      fact.type === 'held'
        ? [
            cte('final_minutes')`UPDATE minutes SET final_at = ${asInstant(at)}
              FROM decided WHERE minutes.id = ${fact.contentId}::uuid AND minutes.session_id = decided.id::uuid`,
          ]
        : [],
    ...(version === 1 ? { insert: true } : { expectedVersion: version - 1, supersedesForgotten: true }),
  };
}

function patchOf({
  after,
  fact,
  whistleId,
  number,
  communityId,
  purpose,
  at,
}: SessionDecision): Record<string, SqlValue> {
  return {
    ...{ state: after.state, round: after.round, outcome: after.outcome ?? null, due_at: asInstant(after.dueAt) },
    deadlines: asJson(after.deadlines),
    next_rung: after.nextRung ? asJson(after.nextRung) : null,
    ...(fact.type === 'convened'
      ? {
          ...{ whistle_id: whistleId, number, community_id: communityId, purpose, convened_at: asInstant(at) },
          community_ids: [communityId],
          ...{ convened_by: fact.convenedBy, member_ids: fact.memberIds, lead_department_id: fact.leadDepartmentId },
        }
      : {}),
  };
}

function historyOf({ fact, by, after }: SessionDecision): TimelineRow {
  const { type, ...details } = fact;
  const who = by.role === 'system' ? {} : { actorId: by.userId, actorRole: by.role };
  return { kind: fact.type === 'rung' ? fact.kind : type, toState: after.state, ...who, details };
}

/** A new calendar is told once for all matters, not by each of its sessions. */
const eventsOf = (decision: SessionDecision, unchanging: UnchangingSession): AnyOutgoingEvent[] =>
  decision.fact.type === 'calendarLoaded' ? [] : [eventOf({ ...decision, fact: decision.fact }, unchanging)];

type Told = SessionDecision & { fact: Exclude<SessionDecision['fact'], { type: 'calendarLoaded' }> };

function eventOf(decision: Told, { memberIds, leadDepartmentId, turnout }: UnchangingSession): AnyOutgoingEvent {
  const { sessionId: subject, whistleId, number, communityId, purpose, version, at, fact, after } = decision;
  const data: EventFact = {
    ...{ sessionId: subject, whistleId, number, communityId, purpose, version, at, memberIds, leadDepartmentId },
    ...{ state: after.state, round: after.round, dueAt: after.dueAt },
  };
  switch (fact.type) {
    case 'convened':
      return { type: 'session.convened.v1', subject, data };
    case 'held':
      return {
        type: 'session.held.v1',
        subject,
        // The row is already at the second one, if one follows.
        data: { ...data, round: fact.round, outcome: fact.outcome, isLast: fact.isLast, ...turnout },
      };
    case 'cancelled':
      return { type: 'session.cancelled.v1', subject, data };
    case 'rung': {
      const { step, rung, dueAt } = fact;
      const fired = { whistleId, number, communityId, step, memberIds, rung, dueAt, nextRung: after.nextRung, at };
      return { type: RUNG_EVENT_TYPES[fact.kind], subject, data: fired };
    }
  }
}
