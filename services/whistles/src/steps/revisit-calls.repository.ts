import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { RevisitCall } from '../generated/prisma/client.js';

/** One statement, so that of two who begin at the same instant one is told that it is taken. */
const TAKE = `INSERT INTO revisit_call (whistle_id, subdistrict_id, held_by, holder_name, taken_at, until)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (whistle_id) DO UPDATE SET held_by = EXCLUDED.held_by, holder_name = EXCLUDED.holder_name,
    taken_at = EXCLUDED.taken_at, until = EXCLUDED.until
  WHERE revisit_call.held_by = EXCLUDED.held_by OR revisit_call.until <= EXCLUDED.taken_at`;

type Matter = { id: string; subdistrictId: string };

/** Who is calling whose residents; a row that has run out counts for nothing and is taken over. */
@Injectable()
export class RevisitCallsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** Takes it, or takes it again. @returns false while somebody else has it */
  async take({ whistleId, subdistrictId, heldBy, holderName, takenAt, until }: RevisitCall): Promise<boolean> {
    const values = [whistleId, subdistrictId, heldBy, holderName, takenAt, until];
    return (await this.database.pool(subdistrictId).query(TAKE, values)).rowCount === 1;
  }

  running({ id: whistleId, subdistrictId }: Matter, now: Date): Promise<RevisitCall | null> {
    const where = { whistleId, until: { gt: now } };
    return this.database.forTenant(subdistrictId).revisitCall.findFirst({ where });
  }

  allRunning(subdistrictId: string, now: Date, most: number): Promise<RevisitCall[]> {
    return this.database.forTenant(subdistrictId).revisitCall.findMany({
      where: { subdistrictId, until: { gt: now } },
      orderBy: { takenAt: 'asc' },
      take: most,
    });
  }

  /** Only one's own. */
  async release({ id: whistleId, subdistrictId }: Matter, heldBy: string): Promise<void> {
    await this.database.forTenant(subdistrictId).revisitCall.deleteMany({ where: { whistleId, heldBy } });
  }
}
