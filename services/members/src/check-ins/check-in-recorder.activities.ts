import { randomUUID } from 'node:crypto';
import type { Queryable } from '@hsl/database/queryable';
import { recordDecision } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type {
  AskedMember,
  AskMembers,
  CheckInActivities,
  CheckInDecision,
} from '@hsl/workflows/check-in/check-in.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import { decisionOf } from './check-in-decision.js';
import type { NewCheckIn } from './check-in-rows.js';
import { affectedBy, askedBy } from './decided-check-ins.js';
import { MemberPicker } from './member-picker.js';
import { WhistleArrival } from './whistle-arrival.js';

/** Records what the check-in workflows decide: the only writer of check-ins. */
@Injectable()
export class CheckInRecorder implements CheckInActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: MembersDatabase,
    private readonly picker: MemberPicker,
    private readonly arrival: WhistleArrival,
    private readonly relay: OutboxRelay,
  ) {}

  /**
   * Rows, history and events in one statement, idempotent by whistle and decision number.
   * @returns the members asked by this decision, best first; the same ones when it is recorded again
   * @throws VersionConflict, which no retry can cure, if a decision is missing before this one
   */
  async recordCheckInDecision(decision: CheckInDecision): Promise<AskedMember[]> {
    const db = this.database.pool(decision.subdistrictId);
    const { fact } = decision;
    const [affected, asked] = await Promise.all([
      affectedBy(db, decision),
      'ask' in fact && fact.ask ? this.choose(db, decision, fact.ask) : [],
    ]);
    const { repeated } = await recordDecision(db, decisionOf(decision, affected, asked));
    this.relay.kick();
    await this.arrival.tell(decision);
    if (repeated) return askedBy(db, decision);
    return asked.map(({ checkInId, memberId }) => ({ checkInId, memberId }));
  }

  private async choose(db: Queryable, decision: CheckInDecision, ask: AskMembers): Promise<NewCheckIn[]> {
    const picks = await this.picker.pick(db, { ...decision, count: ask.count });
    const { round, dueAt, deadline } = ask;
    return picks.map(({ memberId, reason }) => ({ checkInId: randomUUID(), memberId, round, dueAt, deadline, reason }));
  }
}
