import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** A submission as far as its clock asks. */
export interface Awaited {
  id: string;
  subdistrictId: string;
  communityId: string;
  receivedAt: Date;
}

const AWAITED = `s.id, s.subdistrict_id AS "subdistrictId", s.community_id AS "communityId",
  s.received_at AS "receivedAt"`;

/** Which clocks should run and which should not. */
@Injectable()
export class ScreeningRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async isWaiting(subdistrictId: string, id: string): Promise<boolean> {
    const where = { subdistrictId, id, state: 'RECEIVED', screenedAt: null };
    return (await this.database.forTenant(subdistrictId).submission.count({ where })) > 0;
  }

  /** Submissions of all subdistricts that nobody has screened and whose clock has not begun, the oldest first. */
  async withoutClock(most: number): Promise<Awaited[]> {
    const { rows } = await this.database.systemPool.query<Awaited>({
      name: 'screenings_without_clock',
      text: `SELECT ${AWAITED} FROM submission s
        WHERE s.state = 'RECEIVED' AND s.screened_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM submission_clock c WHERE c.id = s.id)
        ORDER BY s.received_at LIMIT $1`,
      values: [most],
    });
    return rows;
  }

  /** Submissions that were screened or have ended while their clock still runs. */
  async withNeedlessClock(most: number): Promise<Awaited[]> {
    const { rows } = await this.database.systemPool.query<Awaited>({
      name: 'screenings_with_needless_clock',
      text: `SELECT ${AWAITED} FROM submission_clock c JOIN submission s ON s.id = c.id
        WHERE c.state = 'RUNNING' AND (s.state <> 'RECEIVED' OR s.screened_at IS NOT NULL)
        ORDER BY s.received_at LIMIT $1`,
      values: [most],
    });
    return rows;
  }
}
