import type { Instant } from '@hsl/contracts/instants';
import type { Decision } from '@hsl/database/decision';
import type { Queryable } from '@hsl/database/queryable';
import { recordDecision } from '@hsl/database/record-decision';
import { asJson } from '@hsl/database/sql-values';
import { nameUuid } from '@hsl/platform/name-uuid';
import { STANDING_VENUES } from './venue-table.js';

/** The same id on every installation, so that a demo can name it. */
const standingId = (subdistrictId: string, ...slugs: string[]): string =>
  nameUuid('standing-venue', subdistrictId, ...slugs);

/**
 * Makes the venues and rooms that are missing; one that is there is left alone, since people may have changed it.
 * @returns how many were made
 */
export async function seedVenues(db: Queryable, subdistrictId: string, at: Instant): Promise<number> {
  let made = 0;
  const make = async (table: 'venue' | 'room', id: string, patch: Decision['patch']): Promise<void> => {
    const { repeated } = await recordDecision(db, {
      ...{ table, id, subdistrictId, insert: true, decisionId: `${table}/${id}#1`, at, source: 'topics' },
      ...{ patch: { ...patch, active: true }, events: [] },
      timeline: [{ kind: `${table}Opened`, actorRole: 'system' }],
    });
    if (!repeated) made += 1;
  };
  for (const { slug, kind, name, address, openingHours, rooms } of STANDING_VENUES) {
    const venueId = standingId(subdistrictId, slug);
    await make('venue', venueId, { kind, name, address, opening_hours: asJson(openingHours) });
    for (const room of rooms) {
      const { slug: roomSlug, ...facts } = room;
      await make('room', standingId(subdistrictId, slug, roomSlug), { ...facts, venue_id: venueId });
    }
  }
  return made;
}
