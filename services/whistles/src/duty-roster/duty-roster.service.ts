import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { DutyRosterQuery, DutyShiftBody } from '@hsl/contracts/schemas/duty-roster';
import { onDuty, overlapIn } from '@hsl/domain/duty-roster';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { DutyShift as DutyShiftRow } from '../generated/prisma/client.js';
import { shiftOf, shiftOfRow, viewOfRow } from './duty-shifts.js';

const LOCK_SQL = `SELECT pg_advisory_xact_lock(hashtextextended('hsl.duty_roster/' || $1, 0))`;
const CLEAR_SQL = 'DELETE FROM duty_roster WHERE subdistrict_id = $1 AND day BETWEEN $2::date AND $3::date';
const NEIGHBOURS_SQL = `SELECT liaison_user_id AS "liaisonUserId", from_at AS "fromAt", to_at AS "toAt"
  FROM duty_roster WHERE subdistrict_id = $1 AND day BETWEEN $2::date - 1 AND $3::date + 1`;
const ADD_SQL = `INSERT INTO duty_roster (subdistrict_id, day, liaison_user_id, from_at, to_at)
  SELECT $1, s.day, s.user_id, s.from_at, s.to_at
  FROM unnest($2::date[], $3::text[], $4::timestamptz[], $5::timestamptz[]) AS s (day, user_id, from_at, to_at)`;
const TRAIL_SQL = `INSERT INTO timeline_entry
    (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
  VALUES ($1, 'duty-roster/' || $1, 0, gen_random_uuid()::text, 'dutyRosterReplaced', $2, $3, $4, $5)`;

const invalid = (field: string, message: string) =>
  new ProblemError('validationFailed', { errors: [{ field, code: 'custom', message }] });

/** The duty roster, kept by the liaison officers and the deputy leaders. */
@Injectable()
export class DutyRosterService {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, { from, to }: DutyRosterQuery) {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'dutyRoster.read', { subdistrictId, subdistrictWide: true });
    const { dutyShift } = this.database.forTenant(subdistrictId);
    const now = this.clock.now();
    const [rows, present] = await Promise.all([
      dutyShift.findMany({
        where: { subdistrictId, day: { gte: new Date(from), lte: new Date(to) } },
        orderBy: { fromAt: 'asc' },
        take: 500,
      }),
      dutyShift.findMany({ where: { subdistrictId, fromAt: { lte: new Date(now) }, toAt: { gt: new Date(now) } } }),
    ]);
    return { shifts: rows.map(viewOfRow), onDutyNow: onDuty(present.map(shiftOfRow), now) };
  }

  /**
   * @throws ProblemError validationFailed for a shift of another day or one that overlaps; unknownLiaison for somebody
   * who has no area: at night nobody would be rung
   */
  async replace(actor: Actor, days: DutyRosterQuery, shifts: readonly DutyShiftBody[]) {
    const { subdistrictId, userId } = actor;
    const { role } = this.access.authorize(actor, 'dutyRoster.manage', { subdistrictId, subdistrictWide: true });
    const elsewhere = shifts.findIndex(({ day }) => day < days.from || day > days.to);
    if (elsewhere >= 0) throw invalid(`shifts.${elsewhere}.day`, 'not one of these days');
    await this.demandLiaisons(subdistrictId, shifts);
    await this.database.transaction(subdistrictId, async (client) => {
      await write(client, subdistrictId, days, shifts);
      const details = JSON.stringify({ ...days, shifts });
      await client.query(TRAIL_SQL, [subdistrictId, userId, role, new Date(this.clock.now()), details]);
    });
    return this.read(actor, days);
  }

  private async demandLiaisons(subdistrictId: string, shifts: readonly DutyShiftBody[]): Promise<void> {
    const rows = await this.database.forTenant(subdistrictId).community.findMany({
      where: { subdistrictId, liaisonUserId: { not: null } },
      distinct: ['liaisonUserId'],
      select: { liaisonUserId: true },
    });
    const known = new Set(rows.map(({ liaisonUserId }) => liaisonUserId));
    const stranger = shifts.findIndex(({ userId }) => !known.has(userId));
    if (stranger < 0) return;
    const field = `shifts.${stranger}.userId`;
    throw new ProblemError('unknownLiaison', {
      errors: [{ field, code: 'unknownLiaison', message: 'unknownLiaison' }],
    });
  }
}

async function write(
  ...[client, subdistrictId, { from, to }, bodies]: [pg.PoolClient, string, DutyRosterQuery, readonly DutyShiftBody[]]
): Promise<void> {
  await client.query(LOCK_SQL, [subdistrictId]);
  await client.query(CLEAR_SQL, [subdistrictId, from, to]);
  const { rows } = await client.query<DutyShiftRow>(NEIGHBOURS_SQL, [subdistrictId, from, to]);
  const shifts = bodies.map(shiftOf);
  const overlap = overlapIn([...shifts, ...rows.map(shiftOfRow)]);
  if (overlap !== undefined)
    throw invalid(overlap < shifts.length ? `shifts.${overlap}` : 'shifts', 'overlaps another');
  await client.query(ADD_SQL, [
    subdistrictId,
    bodies.map(({ day }) => day),
    shifts.map(({ userId }) => userId),
    shifts.map((shift) => new Date(shift.from)),
    shifts.map((shift) => new Date(shift.to)),
  ]);
}
