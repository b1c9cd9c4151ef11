import type { CloudEvent } from '@hsl/contracts/event';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';

export interface Place {
  kind: 'community' | 'department' | 'category';
  id: string;
  name: string;
  households: number | null;
  active: boolean;
}

/** A subdistrict has a dozen communities and some twenty departments, fifteen categories. */
const MOST_PLACES = 1_000;

/** Names of communities, departments and categories, so that a board can be read. */
@Injectable()
export class PlacesRepository {
  /** Takes what the event says unless a later one has been taken. */
  async keep(db: Queryable, { subdistrictid, sequence }: CloudEvent, place: Place): Promise<void> {
    const { kind, id, name, households, active } = place;
    await db.query({
      name: 'keep_place',
      text: `INSERT INTO place (subdistrict_id, kind, id, name, households, active, sequence)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (subdistrict_id, kind, id) DO UPDATE SET
          name = EXCLUDED.name, households = EXCLUDED.households, active = EXCLUDED.active, sequence = EXCLUDED.sequence
        WHERE place.sequence < EXCLUDED.sequence`,
      values: [subdistrictid, kind, id, name, households, active, sequence],
    });
  }

  /** By id. */
  async all(db: Queryable, subdistrictId: string): Promise<Place[]> {
    const { rows } = await db.query<Place>({
      name: 'all_places',
      text: `SELECT kind, id, name, households, active FROM place WHERE subdistrict_id = $1 ORDER BY kind, id LIMIT $2`,
      values: [subdistrictId, MOST_PLACES],
    });
    return rows;
  }
}
