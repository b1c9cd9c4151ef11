import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** A submission as far as its clock asks. */
export interface Awaited {
  id: string;
  subdistrictId: string;
  communityId: string;
  receivedAt: Date;
}

/** The clock of a screening as its row has it; version 0 where it has none yet. */
export interface ClockRow extends Awaited {
  version: number;
  stages: number;
  nextAt: Date | null;
}

/** By then the sweep has begun the clock of what came in, also after a pause. */
const BEGUN_WITHIN = '10 minutes';

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

  /** Clocks of one subdistrict that run, or should have begun and are not on record, in the order of their ids. */
  async clocks(subdistrictId: string, id: { gt?: string; in?: string[] }, most: number): Promise<ClockRow[]> {
    const { rows } = await this.database.pool(subdistrictId).query<ClockRow>({
      name: 'screening_clocks',
      text: `SELECT ${AWAITED}, coalesce(c.version, 0) AS version, coalesce(c.stages, 0) AS stages, c.next_at AS "nextAt"
        FROM (SELECT id FROM submission_clock WHERE subdistrict_id = $1 AND state = 'RUNNING'
          UNION SELECT w.id FROM submission w WHERE w.subdistrict_id = $1 AND w.state = 'RECEIVED'
            AND w.screened_at IS NULL AND w.received_at < now() - interval '${BEGUN_WITHIN}'
            AND NOT EXISTS (SELECT 1 FROM submission_clock n WHERE n.id = w.id)) open
        JOIN submission s ON s.id = open.id LEFT JOIN submission_clock c ON c.id = s.id
        WHERE s.subdistrict_id = $1 AND ($2::uuid IS NULL OR s.id > $2) AND ($3::uuid[] IS NULL OR s.id = ANY ($3))
        ORDER BY s.id LIMIT $4`,
      values: [subdistrictId, id.gt ?? null, id.in ?? null, most],
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
