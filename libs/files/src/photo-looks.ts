import type { PhotoLook, PhotoLookPage } from '@hsl/contracts/schemas/photo-looks';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ORIGINAL_SEEN } from './original-look.js';

/** The place after all others. */
const NEWEST = '9223372036854775807';
/**
 * $1 subdistrict, $2 below this place, $3 how many, $4 reader. Two statements, each with an index of its own, partial to
 * these lines: one that leaves the reader open would be planned for neither.
 */
const pageSql = (ofReader: string): string => `SELECT position::text AS id, aggregate_id AS "matterId",
    actor_id AS "readerId", actor_role AS role, at, details->>'fileId' AS "fileId", details->>'reason' AS reason
  FROM timeline_entry
  WHERE subdistrict_id = $1 AND kind = '${ORIGINAL_SEEN}' AND position < $2::bigint ${ofReader}
  ORDER BY position DESC LIMIT $3`;
const PAGE = pageSql('');
const PAGE_OF_READER = pageSql('AND actor_id = $4');
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
    const values = [subdistrictId, decodeCursor(cursor, place)?.id ?? NEWEST, limit + 1];
    const rows = await (readerId === undefined
      ? this.database.query<Row>(subdistrictId, PAGE, values)
      : this.database.query<Row>(subdistrictId, PAGE_OF_READER, [...values, readerId]));
    const page = pageOf(rows, limit, ({ id }) => ({ id }));
    return { ...page, items: page.items.map(({ at, ...look }) => ({ ...look, at: at.toISOString() })) };
  }
}
