import type { WhistleState } from '@hsl/contracts/states';
import type { Calendar } from '@hsl/domain/limit';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** States in which a workflow still has deadlines before it. */
export const UNDER_WAY: WhistleState[] = [
  ...(['BLOWN', 'NEEDS_INFO', 'ACCEPTED', 'ASSIGNING', 'CHECKED_IN', 'DELIBERATING', 'COORDINATING'] as const),
  ...(['VERIFYING', 'REVISITING', 'LEDGERED', 'CARRIED_OVER'] as const),
  // The community may still object.
  'NOT_ACCEPTED',
  // Its follow-up goes on.
  ...(['CONCLUDED', 'LOOKING_BACK'] as const),
];

export interface Rollout {
  subdistrictId: string;
  calendarVersion: number;
  position: string | null;
}

export interface MatterToTell {
  id: string;
  state: WhistleState;
  blownAt: Date;
  conclusions: number;
}

/** Where a loaded calendar has got to on its way to the open matters. */
@Injectable()
export class CalendarRolloutRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** A rollout that is not done, the newest calendar first: it makes older ones needless. */
  async findOpen(startedBefore: Date): Promise<Rollout | undefined> {
    const row = await this.database.system.calendarRollout.findFirst({
      where: { doneAt: null, startedAt: { lte: startedBefore } },
      orderBy: { calendarVersion: 'desc' },
    });
    return row ?? undefined;
  }

  async calendarOf({ subdistrictId, calendarVersion: version }: Rollout): Promise<Calendar> {
    return this.database.system.workCalendar.findUniqueOrThrow({
      where: { subdistrictId_version: { subdistrictId, version } },
    });
  }

  /** The next matters after the position, by id. */
  async nextOf({ subdistrictId, position }: Rollout, limit: number): Promise<MatterToTell[]> {
    const { rows } = await this.database.systemPool.query<MatterToTell>(
      `SELECT id, state, blown_at AS "blownAt", coalesce((progress ->> 'conclusions')::int, 1) AS conclusions
       FROM whistle
       WHERE subdistrict_id = $1 AND ($2::uuid IS NULL OR id > $2) AND state = ANY ($3)
       ORDER BY id LIMIT $4`,
      [subdistrictId, position, UNDER_WAY, limit],
    );
    return rows;
  }

  /** Goes on from there, unless another process has done so already. */
  async advance({ subdistrictId, calendarVersion, position }: Rollout, to: string, told: number): Promise<void> {
    await this.database.system.calendarRollout.updateMany({
      where: { subdistrictId, calendarVersion, position },
      data: { position: to, told: { increment: told } },
    });
  }

  async finish({ subdistrictId, calendarVersion }: Rollout, at: Date): Promise<void> {
    await this.database.system.calendarRollout.updateMany({
      where: { subdistrictId, calendarVersion: { lte: calendarVersion }, doneAt: null },
      data: { doneAt: at },
    });
  }
}
