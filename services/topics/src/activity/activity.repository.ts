import type { Instant } from '@hsl/contracts/instants';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import { inTransaction } from '@hsl/database/transaction';
import { DAY_MS, dateOf, dayOf } from '@hsl/domain/calendar-day';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { SILENT_AFTER_DAYS, type Heard } from './activity-silence.js';
import { HELD_ON, IS_HELD } from './held-entries.js';

export interface CommunityActivity extends Heard {
  communityId: string;
  name: string;
  /** In the last 30 days, today among them. */
  held: number;
}

/** What was held in each community, and which silence has been told. */
@Injectable()
export class ActivityRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** All communities, or those named; what is dated later than today was not held yet. */
  ofCommunities(
    subdistrictId: string,
    only: readonly string[] | undefined,
    now: Instant,
  ): Promise<CommunityActivity[]> {
    const today = dayOf(now);
    return this.database.query<CommunityActivity>(
      subdistrictId,
      `SELECT c.community_id AS "communityId", c.name, w.watched_since AS "watchedSince",
        count(a.held_on) FILTER (WHERE a.held_on > $3::date)::int AS held, max(a.held_on)::text AS "lastHeldOn"
      FROM community c
      LEFT JOIN community_watch w ON w.subdistrict_id = c.subdistrict_id AND w.community_id = c.community_id
      LEFT JOIN (
        SELECT community_id, ${HELD_ON} AS held_on FROM register_entry WHERE subdistrict_id = $1 AND ${IS_HELD}
      ) a ON a.community_id = c.community_id AND a.held_on <= $2::date
      WHERE c.subdistrict_id = $1 AND ($4::text[] IS NULL OR c.community_id = ANY ($4))
      GROUP BY c.community_id, c.name, w.watched_since ORDER BY c.community_id`,
      [subdistrictId, dateOf(today), dateOf(today - SILENT_AFTER_DAYS), only ?? null],
    );
  }

  async subdistricts(): Promise<string[]> {
    const rows = await this.database.system.community.findMany({
      distinct: ['subdistrictId'],
      select: { subdistrictId: true },
    });
    return rows.map(({ subdistrictId }) => subdistrictId);
  }

  /** From now on its silence counts, unless it has been watched before. */
  async watch(subdistrictId: string, communityIds: readonly string[], now: Instant): Promise<void> {
    await this.database.forTenant(subdistrictId).communityWatch.createMany({
      data: communityIds.map((communityId) => ({ subdistrictId, communityId, watchedSince: new Date(now) })),
      skipDuplicates: true,
    });
  }

  /** Tells of the silence, unless that was done within as many days. @returns whether it was told now */
  tell(subdistrictId: string, communityId: string, days: number, now: Instant): Promise<boolean> {
    const before = new Date(now - SILENT_AFTER_DAYS * DAY_MS);
    return inTransaction(this.database.pool(subdistrictId), async (client) => {
      const { rows } = await client.query<{ told: number }>({
        text: `UPDATE community_watch SET told_at = $3, told = told + 1
          WHERE subdistrict_id = $1 AND community_id = $2 AND (told_at IS NULL OR told_at <= $4) RETURNING told`,
        values: [subdistrictId, communityId, new Date(now), before],
      });
      const [row] = rows;
      if (!row) return false;
      const data = { communityId, days, at: now };
      const subject = `${subdistrictId}/${communityId}/activity`;
      const context = { source: 'topics', subdistrictId, at: now, sequence: row.told };
      await announce(client, [envelopeOf({ type: 'community.silent.v1', subject, data }, context)]);
      return true;
    });
  }
}
