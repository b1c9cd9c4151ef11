import type { CloudEvent } from '@hsl/contracts/event';
import { fromIso, type Instant } from '@hsl/contracts/instants';
import type { RegisterChange } from '@hsl/contracts/events/register-events';
import type { MemberDuty } from '@hsl/contracts/member-duties';
import type { Queryable } from '@hsl/database/queryable';
import { dateOf, dayOf, instantOn, parseDay } from '@hsl/domain/calendar-day';
import { nameUuid } from '@hsl/platform/name-uuid';
import { Injectable, Logger } from '@nestjs/common';
import { dutyNamed, pointRule, type PointRuleCode } from './point-rules.js';
import { awardsOf, type Award } from './point-sources.js';

interface Line {
  memberId: string;
  rule: PointRuleCode;
  sourceId: string;
  duty: MemberDuty;
  earnedAt: Instant;
}

const FIRST_MONTH_OF_HALF_2 = 7;

/** The same deed counts once; what was revoked counts again when it is confirmed again, under the duty it names now. */
const KEEP = `INSERT INTO point_entry (id, subdistrict_id, member_id, rule, duty, points, year, half, source_id, earned_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 WHERE EXISTS (SELECT 1 FROM member WHERE id = $3)
  ON CONFLICT (id) DO UPDATE SET revoked_at = NULL, duty = EXCLUDED.duty, year = EXCLUDED.year, half = EXCLUDED.half,
    earned_at = EXCLUDED.earned_at
  WHERE point_entry.revoked_at IS NOT NULL`;
const REVOKE = `UPDATE point_entry SET revoked_at = $3
  WHERE subdistrict_id = $1 AND source_id = $2 AND revoked_at IS NULL`;
const MEMBER_OF = 'SELECT member_id AS "memberId" FROM known_account WHERE subdistrict_id = $1 AND user_id = $2';
const RECORD = `SELECT facts FROM register_entry WHERE subdistrict_id = $1 AND id = $2`;

/** Writes points of members (domain I22), in the transaction of the inbox. */
@Injectable()
export class PointLedger {
  private readonly logger = new Logger(PointLedger.name);

  async take(db: Queryable, event: CloudEvent): Promise<void> {
    const { subdistrictid } = event;
    for (const award of awardsOf(event)) {
      const memberId = award.memberId ?? (await this.memberOf(db, subdistrictid, award));
      if (memberId === undefined) continue;
      const { duty } = pointRule(award.rule);
      await keep(db, subdistrictid, { ...award, memberId, duty, earnedAt: fromIso(event.time) });
    }
    if (event.type.startsWith('register.')) await this.dutyRecord(db, subdistrictid, event.data as RegisterChange);
  }

  /** A duty record counts once it is confirmed, until it is corrected: then it waits to be confirmed again. */
  private async dutyRecord(db: Queryable, subdistrictId: string, change: RegisterChange): Promise<void> {
    const { register, state, entryId, memberId, at } = change;
    if (register !== 'dutyRecord' || memberId === undefined) return;
    if (state === 'CORRECTED') {
      await db.query({ name: 'revoke_points', text: REVOKE, values: [subdistrictId, entryId, new Date(at)] });
    }
    if (state !== 'CONFIRMED') return;
    const { rows } = await db.query<{ facts: { duty: string; on: string; training?: boolean } }>({
      ...{ name: 'duty_record', text: RECORD, values: [subdistrictId, entryId] },
    });
    const facts = rows[0]?.facts;
    const duty = dutyNamed(facts?.duty);
    if (!facts || !duty) throw new Error(`duty record ${entryId} names no duty`);
    const rule = facts.training === true ? 'training' : 'dutyRecord';
    const earnedAt = instantOn(parseDay(facts.on), 0);
    await keep(db, subdistrictId, { rule, memberId, sourceId: entryId, duty, earnedAt });
  }

  private async memberOf(db: Queryable, subdistrictId: string, { rule, userId }: Award): Promise<string | undefined> {
    const { rows } = await db.query<{ memberId: string | null }>({
      ...{ name: 'member_of_account', text: MEMBER_OF, values: [subdistrictId, userId] },
    });
    if (rows.length === 0) this.logger.warn(`${rule}: no account ${userId} is known; it earns nobody points`);
    return rows[0]?.memberId ?? undefined;
  }
}

async function keep(db: Queryable, subdistrictId: string, line: Line): Promise<void> {
  const { memberId, rule, sourceId, duty, earnedAt } = line;
  const id = nameUuid('points', rule, sourceId, memberId);
  const [year, month] = dateOf(dayOf(earnedAt)).split('-').map(Number);
  const half = month! < FIRST_MONTH_OF_HALF_2 ? 1 : 2;
  const { points } = pointRule(rule);
  await db.query({
    name: 'keep_points',
    text: KEEP,
    values: [id, subdistrictId, memberId, rule, duty, points, year, half, sourceId, new Date(earnedAt)],
  });
}
