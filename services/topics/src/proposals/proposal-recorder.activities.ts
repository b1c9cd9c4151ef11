import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { AnyOutgoingEvent, Decision, TimelineRow } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { cte } from '@hsl/database/sql-fragment';
import { asInstant, asJson, type SqlValue } from '@hsl/database/sql-values';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { ProposalActivities, ProposalDecision, ProposalFact } from '@hsl/workflows/proposal/proposal.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { linkedEvent } from '../sittings/linked-event.js';

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
    const raisedBy = await this.sessionOf(decision);
    await recordDecision(this.database.pool(decision.subdistrictId), rowDecisionOf(decision, raisedBy));
    this.relay.kick();
  }

  /** The session that a new proposal came out of; undefined for any other decision. */
  private async sessionOf({ version, sessionId: id, subdistrictId }: ProposalDecision): Promise<Session | undefined> {
    if (version !== 1 || id === undefined) return undefined;
    const select = { id: true, whistleId: true } as const;
    return (await this.database.forTenant(subdistrictId).session.findUnique({ where: { id }, select })) ?? undefined;
  }
}

interface Session {
  id: string;
  whistleId: string | null;
}

function rowDecisionOf(decision: ProposalDecision, raisedBy: Session | undefined): Decision {
  const { proposalId, subdistrictId, version, at, by, fact } = decision;
  const contentId = fact.type === 'rung' ? undefined : fact.contentId;
  return {
    ...{ table: 'proposal', id: proposalId, subdistrictId, at, source: 'topics' },
    decisionId: `${proposalId}#${version}/${fact.type}/${by.userId}`,
    patch: patchOf(decision),
    timeline: [historyOf(decision)],
    events: [
      eventOf(decision),
      ...(raisedBy ? [linkedEvent(raisedBy, { kind: 'proposal', targetId: proposalId }, at)] : []),
    ],
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
    rule_set_version: after.ruleSetVersion,
    ...{ return_until: instantOrNull(after.returnUntil), opinions_from: after.opinionsFrom },
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

function eventOf({ proposalId, version, submittedBy, at, by, fact, after }: ProposalDecision): AnyOutgoingEvent {
  const { state, leadDepartmentId, supportingDepartmentIds, replyClass, rating, dueAt } = after;
  const actedBy = by.role === 'system' ? undefined : by.userId;
  return {
    ...{ type: 'proposal.changed.v1', subject: proposalId },
    data: {
      ...{ proposalId, change: fact.type, state, version, submittedBy, actedBy, leadDepartmentId },
      ...{ supportingDepartmentIds, replyClass, rating, dueAt, at, ...aboutOf(fact, supportingDepartmentIds) },
    },
  };
}

type AboutOne = Pick<EventDataByType['proposal.changed.v1'], 'departmentId' | 'step' | 'rung' | 'rungKind' | 'dueAt'>;

/** The late step and its unit, or the unit that acted. */
function aboutOf(fact: ProposalFact, supporting: readonly string[]): AboutOne {
  if (fact.type !== 'rung') return fact.departmentId === undefined ? {} : { departmentId: fact.departmentId };
  const { step, rung, kind, dueAt, holderId } = fact;
  // Clocks of roles and of the author name no department.
  const isUnit = holderId !== undefined && supporting.includes(holderId);
  return { step, rung, rungKind: kind, dueAt, ...(isUnit ? { departmentId: holderId } : {}) };
}
