import type { ScopeFilter } from '@hsl/access/target';
import type { Instant } from '@hsl/contracts/instants';
import type { CoverageFact } from '@hsl/contracts/events/coverage-events';
import { announce } from '@hsl/database/announce';
import { envelopeOf, MOST_EVENTS } from '@hsl/database/event-envelope';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import { COVERAGE_NEEDS } from './coverage-rule.js';

export interface CoverageRow {
  communityId: string;
  communityName: string;
  members: { id: string; name: string }[];
  domains: string[];
  breachedSince: Date | null;
}

/** A subdistrict has some dozen communities. */
const MOST_COMMUNITIES = 200;

const ROWS = `SELECT c.id AS "communityId", c.name AS "communityName", w.breached_since AS "breachedSince",
    coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('id', m.id, 'name', m.name))
      FROM area_assignment a JOIN member m ON m.id = a.member_id AND m.active
      WHERE a.community_id = c.id AND daterange(a.first_day, a.last_day, '[]') @> $3::date), '[]') AS members,
    ARRAY(SELECT g.facts ->> 'domain' FROM register_entry g
      WHERE g.subdistrict_id = $1 AND g.register = 'stakeholderGroup' AND g.community_id = c.id AND g.state = 'ACTIVE'
      ORDER BY 1) AS domains
  FROM known_community c LEFT JOIN coverage_alert w ON w.subdistrict_id = c.subdistrict_id AND w.community_id = c.id
  WHERE c.subdistrict_id = $1 AND ($2::text[] IS NULL OR c.id = ANY($2))
  ORDER BY c.id LIMIT ${MOST_COMMUNITIES}`;

/** Keeps what changed, and only that: a community that never lacked anything has no row. */
const KEEP = `WITH missing AS (
    SELECT c.id, greatest(0, ${COVERAGE_NEEDS.members} - (SELECT count(DISTINCT m.id)::int
        FROM area_assignment a JOIN member m ON m.id = a.member_id AND m.active
        WHERE a.community_id = c.id AND daterange(a.first_day, a.last_day, '[]') @> $2::date)) AS members,
      greatest(0, ${COVERAGE_NEEDS.groups} - (SELECT count(*)::int FROM register_entry g
        WHERE g.subdistrict_id = $1 AND g.register = 'stakeholderGroup' AND g.community_id = c.id
          AND g.state = 'ACTIVE')) AS groups
    FROM known_community c WHERE c.subdistrict_id = $1
  )
  INSERT INTO coverage_alert AS w (subdistrict_id, community_id, missing_members, missing_groups, breached_since)
  SELECT $1, n.id, n.members, n.groups, CASE WHEN n.members + n.groups > 0 THEN $3::timestamptz END FROM missing n
  WHERE n.members + n.groups > 0
    OR EXISTS (SELECT 1 FROM coverage_alert o WHERE o.subdistrict_id = $1 AND o.community_id = n.id)
  ORDER BY n.id
  ON CONFLICT (subdistrict_id, community_id) DO UPDATE SET missing_members = EXCLUDED.missing_members,
    missing_groups = EXCLUDED.missing_groups, version = w.version + 1,
    breached_since = CASE WHEN EXCLUDED.breached_since IS NOT NULL THEN coalesce(w.breached_since, $3::timestamptz) END
  WHERE (w.missing_members, w.missing_groups) <> (EXCLUDED.missing_members, EXCLUDED.missing_groups)
  RETURNING w.community_id AS "communityId", w.version, w.missing_members AS "missingMembers",
    w.missing_groups AS "missingGroups"`;

type Changed = Omit<CoverageFact, 'at'> & { version: number };

@Injectable()
export class CoverageRepository {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  /** By community. @param today `YYYY-MM-DD` in Asia/Shanghai */
  async list(subdistrictId: string, scopes: readonly ScopeFilter[], today: string): Promise<CoverageRow[]> {
    if (scopes.length === 0) return [];
    const isWide = scopes.some(({ communityIds }) => communityIds === undefined);
    const ids = isWide ? null : scopes.flatMap(({ communityIds = [] }) => communityIds);
    return this.database.query<CoverageRow>(subdistrictId, ROWS, [subdistrictId, ids, today]);
  }

  /** Raises and clears alerts, each with its event. @returns how many changed */
  async keep(subdistrictId: string, at: Instant, today: string): Promise<number> {
    return this.database.transaction(subdistrictId, async (db) => {
      const { rows } = await db.query<Changed>(KEEP, [subdistrictId, today, new Date(at)]);
      const envelopes = rows.map(({ version, ...lack }) => {
        const type = lack.missingMembers + lack.missingGroups > 0 ? 'coverage.breached.v1' : 'coverage.cured.v1';
        return envelopeOf(
          { type, subject: lack.communityId, data: { ...lack, at } },
          { source: 'members', subdistrictId, at, sequence: version * MOST_EVENTS },
        );
      });
      await announce(db, envelopes);
      return rows.length;
    });
  }

  /** Tenants that have communities. */
  async subdistricts(): Promise<string[]> {
    const { rows } = await this.database.systemPool.query<{ id: string }>(
      'SELECT DISTINCT subdistrict_id AS id FROM known_community ORDER BY 1',
    );
    return rows.map(({ id }) => id);
  }
}
