import type { Queryable } from '@hsl/database/queryable';
import { Parameters } from '@hsl/database/sql-fragment';
import { Injectable } from '@nestjs/common';
import { STANDING_FIGURES } from '../projection/tally.js';
import { withinScope, type AskedAnyway, type ReadingScope } from '../reading/reading-scope.js';
import type { Count } from './counts.js';

/**
 * Counts that do not depend on the time of day. For a whole subdistrict they stand in the tally, for less they are
 * counted among the matters of these communities or departments. Both give the same numbers.
 */
@Injectable()
export class StandingCountsRepository {
  counts(db: Queryable, scope: ReadingScope): Promise<Count[]> {
    return scope.whole ? this.tallied(db, scope.subdistrictId) : this.counted(db, scope);
  }

  async tallied(db: Queryable, subdistrictId: string): Promise<Count[]> {
    const { rows } = await db.query<Count>({
      name: 'tallied_counts',
      text: 'SELECT figure, place, key, n FROM tally WHERE subdistrict_id = $1 AND figure = ANY ($2) AND n <> 0',
      values: [subdistrictId, STANDING_FIGURES],
    });
    return rows;
  }

  async counted(db: Queryable, scope: ReadingScope): Promise<Count[]> {
    const parameters = new Parameters();
    const within = (asked: AskedAnyway): string => withinScope(scope, parameters, asked);
    const cards = (): string => `FROM matter m JOIN rung r ON r.whistle_id = m.whistle_id
        WHERE ${within('is_carded')} AND (m.yellow_cards > 0 OR m.red_cards > 0) AND r.kind IN ('yellowCard', 'redCard')`;
    const { rows } = await db.query<Count>({
      text: `
        SELECT 'open' AS figure, m.community_id AS place, m.state AS key, count(*)::int AS n
        FROM matter m WHERE ${within('is_open')} AND m.is_open GROUP BY m.community_id, m.state
        UNION ALL
        SELECT 'openTasks', w.party_id, '', count(*)::int
        FROM matter m JOIN waiting w ON w.whistle_id = m.whistle_id
        WHERE ${within('is_open')} AND m.is_open AND w.is_open AND w.kind = 'department' AND w.is_first GROUP BY w.party_id
        UNION ALL
        SELECT f.figure, c.place, c.key, CASE f.figure WHEN 'cards' THEN c.cards ELSE c.matters END
        FROM (
          SELECT '' AS place, r.kind AS key, count(*)::int AS cards, count(DISTINCT r.whistle_id)::int AS matters
          ${cards()} GROUP BY r.kind
          UNION ALL
          SELECT r.department_id, r.kind, count(*)::int, count(DISTINCT r.whistle_id)::int
          ${cards()} AND r.department_id IS NOT NULL GROUP BY r.department_id, r.kind
        ) c, (VALUES ('cards'), ('carded')) AS f (figure)`,
      values: parameters.values,
    });
    return rows;
  }
}
