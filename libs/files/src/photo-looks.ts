import type { PhotoLook, PhotoLookPage } from '@hsl/contracts/schemas/photo-looks';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ORIGINAL_SEEN } from './original-look.js';

/** The place after all others. */
const NEWEST = '9223372036854775807';
/** What people call that on which a photo lies. */
type Known = Pick<PhotoLook, 'number' | 'sent'>;

/**
 * $1 subdistrict, $2 below this place, $3 how many, $4 reader. Two statements, each with an index of its own, partial to
 * these lines: one that leaves the reader open would be planned for neither.
 */
const pageSql = (ofReader: string, knownAs: string): string => `SELECT position::text AS id, aggregate_id AS "matterId",
    (${knownAs}) AS known,
    actor_id AS "readerId", actor_role AS role, at, details->>'fileId' AS "fileId", details->>'reason' AS reason
  FROM timeline_entry e
  WHERE subdistrict_id = $1 AND kind = '${ORIGINAL_SEEN}' AND position < $2::bigint ${ofReader}
  ORDER BY position DESC LIMIT $3`;
const place = z.strictObject({ id: z.string().regex(/^\d{1,18}$/) });

type Row = Omit<PhotoLook, 'at' | keyof Known> & { at: Date; known: Known | null };

/** Who looked at photos as they came, from the history of the service that owns them; who may read it, the owner says. */
@Injectable()
export class PhotoLooks {
  constructor(private readonly database: TenantDatabase) {}

  /**
   * Newest first.
   * @param knownAs SQL for one jsonb of `number` or `sent`, of what the row `timeline_entry e` is about; null if it is gone
   * @throws InvalidInputError for a cursor that is none
   */
  async page(
    subdistrictId: string,
    { limit, cursor, readerId }: PageQuery & { readerId?: string },
    knownAs: string,
  ): Promise<PhotoLookPage> {
    const values = [subdistrictId, decodeCursor(cursor, place)?.id ?? NEWEST, limit + 1];
    const rows = await (readerId === undefined
      ? this.database.query<Row>(subdistrictId, pageSql('', knownAs), values)
      : this.database.query<Row>(subdistrictId, pageSql('AND actor_id = $4', knownAs), [...values, readerId]));
    const page = pageOf(rows, limit, ({ id }) => ({ id }));
    return {
      ...page,
      items: page.items.map(({ at, known, ...look }) => ({ ...look, ...known, at: at.toISOString() })),
    };
  }
}
