import type { AnyOutgoingEvent, Decision, TimelineRow } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { cte } from '@hsl/database/sql-fragment';
import { asInstant, asJson, type SqlValue } from '@hsl/database/sql-values';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { ProposalActivities, ProposalDecision } from '@hsl/workflows/proposal/proposal.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** Writes what the workflow of a proposal decided. The workflow is the authority; this row is what people read. */
@Injectable()
export class ProposalRecorder implements ProposalActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly relay: OutboxRelay,
  ) {}

  /**
   * Row, history, final words and event in one statement; a second call for the same decision changes nothing.
   * @throws VersionConflict, which no retry can cure, if the row is not where the workflow left it
   */
  async recordProposalDecision(decision: ProposalDecision): Promise<void> {
    await recordDecision(this.database.pool(decision.subdistrictId), rowDecisionOf(decision));
    this.relay.kick();
  }
}

function rowDecisionOf(decision: ProposalDecision): Decision {
  const { proposalId, subdistrictId, version, at, by, fact } = decision;
  const contentId = fact.type === 'rung' ? undefined : fact.contentId;
  return {
    ...{ table: 'proposal', id: proposalId, subdistrictId, at, source: 'topics' },
    decisionId: `${proposalId}#${version}/${fact.type}/${by.userId}`,
    patch: patchOf(decision),
    timeline: [historyOf(decision)],
    events: [eventOf(decision)],
    also:
      contentId === undefined
        ? []
        : [
            cte('final_text')`UPDATE proposal_text SET final_at = ${asInstant(at)}
              FROM decided WHERE proposal_text.id = ${contentId}::uuid AND proposal_text.proposal_id = decided.id::uuid`,
          ],
    ...(version === 1 ? { insert: true } : { expectedVersion: version - 1, supersedesForgotten: true }),
  };
}

const instantOrNull = (at: number | undefined): SqlValue => (at === undefined ? null : asInstant(at));

function patchOf({
  after,
  version,
  submittedBy,
  whistleId,
  sessionId,
  at,
}: ProposalDecision): Record<string, SqlValue> {
  return {
    ...{ state: after.state, meeting_recorded: after.meetingRecorded, replies: after.replies },
    lead_department_id: after.leadDepartmentId ?? null,
    supporting_department_ids: after.supportingDepartmentIds,
    ...{ reply_class: after.replyClass ?? null, rating: after.rating ?? null },
    ...{ replied_at: instantOrNull(after.repliedAt), promised_at: instantOrNull(after.promisedAt) },
    ...{ due_at: instantOrNull(after.dueAt), deadlines: asJson(after.deadlines) },
    next_rung: after.nextRung ? asJson(after.nextRung) : null,
    ...(version === 1
      ? {
          ...{ submitted_by: submittedBy, submitted_at: asInstant(at) },
          ...{ whistle_id: whistleId ?? null, session_id: sessionId ?? null },
        }
      : {}),
  };
}

function historyOf({ fact, by, after }: ProposalDecision): TimelineRow {
  const { type, ...details } = fact;
  const who = by.role === 'system' ? {} : { actorId: by.userId, actorRole: by.role };
  return { kind: fact.type === 'rung' ? fact.kind : type, toState: after.state, ...who, details };
}

function eventOf({ proposalId, version, submittedBy, at, fact, after }: ProposalDecision): AnyOutgoingEvent {
  const { state, leadDepartmentId, supportingDepartmentIds, replyClass, rating, dueAt } = after;
  const late =
    fact.type === 'rung' ? { step: fact.step, rung: fact.rung, kind: fact.kind, dueAt: fact.dueAt } : undefined;
  return {
    ...{ type: 'proposal.changed.v1', subject: proposalId },
    data: {
      ...{ proposalId, change: fact.type, state, version, submittedBy, leadDepartmentId, supportingDepartmentIds },
      ...{ replyClass, rating, dueAt, at, late },
    },
  };
}
