import type { EventType } from '@hsl/contracts/events/event-types';
import { RUNG_EVENT_TYPES } from '@hsl/contracts/events/ladder-events';
import type { LedgerEventData, LedgerEventFact } from '@hsl/contracts/events/ledger-events';
import type { AnyOutgoingEvent, Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { cte, type SqlFragment } from '@hsl/database/sql-fragment';
import { asInstant, asJson } from '@hsl/database/sql-values';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { LedgerActivities, LedgerDecision, LedgerFact } from '@hsl/workflows/ledger/ledger.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { NumberSource } from '../intake/number-source.js';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The event that tells of each fact; none of a new calendar, which is told once for all matters. */
const EVENT_OF: Record<Exclude<LedgerFact['type'], 'rung' | 'calendarLoaded'>, keyof LedgerEventData> = {
  ledgerApplied: 'ledger.applied.v1',
  ledgerApproved: 'ledger.approved.v1',
  ledgerRefused: 'ledger.refused.v1',
  milestoneDone: 'ledger.milestoneDone.v1',
  milestoneSlipped: 'ledger.milestoneSlipped.v1',
  reviewDue: 'ledger.reviewDue.v1',
  carryOverProposed: 'ledger.carryOverProposed.v1',
  carriedOver: 'ledger.carriedOver.v1',
  carryOverRefused: 'ledger.carryOverRefused.v1',
  ledgerDelivered: 'ledger.delivered.v1',
  ledgerClosed: 'ledger.closed.v1',
};

/** Writes what the workflow of a ledger entry decided. The workflow is the authority; these rows are what people read. */
@Injectable()
export class LedgerRecorder implements LedgerActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly relay: OutboxRelay,
    private readonly numbers: NumberSource,
  ) {}

  /** @throws VersionConflict, which no retry can cure */
  async recordLedgerDecision(decision: LedgerDecision): Promise<void> {
    const serial = decision.version === 1 ? await this.serialOf(decision) : undefined;
    await recordDecision(this.database.pool(decision.subdistrictId), rowDecisionOf(decision, serial));
    this.relay.kick();
  }

  /** Of a new entry, by the year of its application (S59). A retry asks for another, which then stays unused. */
  private serialOf({ subdistrictId, at }: LedgerDecision): Promise<string> {
    return this.numbers.next(subdistrictId, new Date(at + SHANGHAI_OFFSET_MS).getUTCFullYear(), 'ledger');
  }
}

function rowDecisionOf(decision: LedgerDecision, serial: string | undefined): Decision {
  const { entryId, subdistrictId, version, at, by, fact, after } = decision;
  const { type, ...details } = fact;
  const who = by.role === 'system' ? {} : { actorId: by.userId, actorRole: by.role };
  return {
    ...{ table: 'ledger_entry', id: entryId, subdistrictId, at, source: 'whistles' },
    decisionId: `${entryId}#${version}/${type}/${by.userId}`,
    patch: { ...patchOf(decision), serial },
    timeline: [{ kind: fact.type === 'rung' ? fact.kind : type, toState: after.state, ...who, details }],
    events: eventsOf(decision),
    also: [milestonesOf(decision), ...replacedOf(decision), ...contentOf(decision)],
    ...(version === 1 ? { insert: true } : { expectedVersion: version - 1, supersedesForgotten: true }),
  };
}

function patchOf({ whistleId, number, communityId, leadDepartmentId, at, by, fact, after }: LedgerDecision) {
  return {
    state: after.state,
    due_at: after.dueAt === undefined ? null : asInstant(after.dueAt),
    deadlines: asJson(after.deadlines),
    next_rung: after.nextRung ? asJson(after.nextRung) : null,
    proposed_by: after.proposedBy ?? null,
    ...(fact.type === 'ledgerApplied'
      ? {
          ...{ whistle_id: whistleId, number, community_id: communityId, lead_department_id: leadDepartmentId },
          ...{ days: fact.days, applied_by: by.userId, applied_at: asInstant(at) },
        }
      : {}),
    ...(fact.type === 'ledgerApproved' ? { approved_by: by.userId, approved_at: asInstant(at) } : {}),
  };
}

/** Dates that a carry-over renewed stay on record, with their slips, and are owed no more. */
const replacedOf = ({ fact, after }: LedgerDecision): SqlFragment[] =>
  fact.type === 'carriedOver'
    ? [
        cte('replaced')`UPDATE milestone AS m SET state = 'REPLACED' FROM decided
          WHERE m.entry_id = decided.id::uuid AND m.done_at IS NULL
            AND m.id <> ALL (${after.milestones.map(({ milestoneId }) => milestoneId)}::uuid[])`,
      ]
    : [];

/** The timetable as it stands; what was done keeps its report. */
function milestonesOf({ fact, after, at }: LedgerDecision): SqlFragment {
  const done = fact.type === 'milestoneDone' ? fact : undefined;
  const rows = after.milestones.map(({ milestoneId: id, dueAt, state, slips }, position) => ({
    ...{ id, position, due_at: asInstant(dueAt).toISOString(), state, slips },
    ...(done?.milestoneId === id
      ? { done_at: asInstant(at).toISOString(), on_time: done.onTime, content_id: done.contentId }
      : {}),
  }));
  return cte('timetable')`INSERT INTO milestone
      (id, subdistrict_id, entry_id, position, due_at, state, slips, done_at, on_time, content_id)
    SELECT m.id, decided.subdistrict_id, decided.id::uuid, m.position, m.due_at, m.state, m.slips, m.done_at, m.on_time,
      m.content_id
    FROM decided, jsonb_to_recordset(${asJson(rows)}::jsonb) AS m (id uuid, position integer, due_at timestamptz,
      state text, slips integer, done_at timestamptz, on_time boolean, content_id uuid)
    ON CONFLICT (id) DO UPDATE SET position = EXCLUDED.position, due_at = EXCLUDED.due_at, state = EXCLUDED.state,
      slips = EXCLUDED.slips, done_at = coalesce(milestone.done_at, EXCLUDED.done_at),
      on_time = coalesce(milestone.on_time, EXCLUDED.on_time),
      content_id = coalesce(milestone.content_id, EXCLUDED.content_id)`;
}

const contentOf = ({ fact }: LedgerDecision): SqlFragment[] =>
  'contentId' in fact && fact.contentId
    ? [
        cte('kept')`UPDATE step_content AS c SET final = true FROM decided
          WHERE c.id = ${fact.contentId}::uuid AND decided.id IS NOT NULL`,
      ]
    : [];

function eventsOf(decision: LedgerDecision): AnyOutgoingEvent[] {
  const {
    entryId,
    whistleId,
    number,
    communityId,
    leadDepartmentId: departmentId,
    version,
    at,
    fact,
    after,
  } = decision;
  const data: LedgerEventFact = {
    entryId,
    whistleId,
    number,
    communityId,
    departmentId,
    state: after.state,
    version,
    milestones: after.milestones.map(({ milestoneId, dueAt, state, slips }) => ({ milestoneId, dueAt, state, slips })),
    at,
  };
  if (fact.type === 'rung') {
    const { step, rung, dueAt, kind } = fact;
    const fired = { whistleId, number, communityId, step, rung, dueAt, nextRung: after.nextRung, at };
    return [{ type: RUNG_EVENT_TYPES[kind], subject: entryId, data: fired }];
  }
  if (fact.type === 'calendarLoaded') return [];
  const { type, contentId: _draft, ...added } = { contentId: undefined, ...fact };
  const event = (name: EventType, more: object) => ({ type: name, subject: entryId, data: more }) as AnyOutgoingEvent;
  const told = event(EVENT_OF[type], { ...data, dueAt: after.dueAt, ...added });
  if (fact.type !== 'milestoneSlipped') return [told];
  // Domain 4.5: the first slip is a yellow card against the lead, every further one a red card.
  const kind = fact.slips === 1 ? 'yellowCard' : 'redCard';
  const rung = fact.slips === 1 ? 2 : 3;
  const card = { whistleId, number, communityId, departmentId, step: 'milestone', rung, dueAt: at, at };
  return [told, event(RUNG_EVENT_TYPES[kind], card)];
}
