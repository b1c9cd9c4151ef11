import { fromIso, type Instant } from '@hsl/contracts/instants';
import type { CloudEvent } from '@hsl/contracts/event';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';

/** How far the projections are. */
@Injectable()
export class PositionRepository {
  /** Written in the events' own transaction, as its last statement. */
  async advance(db: Queryable, subdistrictId: string, events: readonly CloudEvent[]): Promise<void> {
    await db.query({
      name: 'advance_position',
      text: `INSERT INTO projection_position (subdistrict_id, source, event_at)
        SELECT $1, source, max(event_at) FROM unnest($2::text[], $3::timestamptz[]) AS e (source, event_at)
        GROUP BY source ORDER BY source
        ON CONFLICT (subdistrict_id, source) DO UPDATE SET event_at = EXCLUDED.event_at
        WHERE projection_position.event_at < EXCLUDED.event_at`,
      values: [subdistrictId, events.map(({ source }) => source), events.map(({ time }) => time)],
    });
  }

  /** Time of the newest event reflected; undefined while there is none. */
  async asOf(db: Queryable, subdistrictId: string): Promise<Instant | undefined> {
    const { rows } = await db.query<{ at: string | null }>({
      name: 'projection_as_of',
      text: `SELECT to_json(max(event_at)) #>> '{}' AS at FROM projection_position WHERE subdistrict_id = $1`,
      values: [subdistrictId],
    });
    const at = rows[0]?.at;
    return at == null ? undefined : fromIso(at);
  }
}
