import type { PhotoLook, PhotoLookPage } from '@hsl/contracts/schemas/photo-looks';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ORIGINAL_SEEN } from './original-look.js';

/** $1 subdistrict, $2 reader or NULL, $3 below this place or NULL, $4 how many. */
const PAGE = `SELECT position::text AS id, aggregate_id AS "matterId", actor_id AS "readerId", actor_role AS role, at,
    details->>'fileId' AS "fileId", details->>'reason' AS reason
  FROM timeline_entry
  WHERE subdistrict_id = $1 AND kind = '${ORIGINAL_SEEN}' AND ($2::text IS NULL OR actor_id = $2)
    AND ($3::bigint IS NULL OR position < $3)
  ORDER BY position DESC LIMIT $4`;
const place = z.strictObject({ id: z.string().regex(/^\d{1,18}$/) });

type Row = Omit<PhotoLook, 'at'> & { at: Date };

/** Who looked at photos as they came, from the history of the service that owns them; who may read it, the owner says. */
@Injectable()
export class PhotoLooks {
  constructor(private readonly database: TenantDatabase) {}

  /** Newest first. @throws InvalidInputError for a cursor that is none */
  async page(
    subdistrictId: string,
    { limit, cursor, readerId }: PageQuery & { readerId?: string },
  ): Promise<PhotoLookPage> {
    const before = decodeCursor(cursor, place)?.id;
    const values = [subdistrictId, readerId ?? null, before ?? null, limit + 1];
    const rows = await this.database.query<Row>(subdistrictId, PAGE, values);
    const page = pageOf(rows, limit, ({ id }) => ({ id }));
    return { ...page, items: page.items.map(({ at, ...look }) => ({ ...look, at: at.toISOString() })) };
  }
}
