import { queryRows } from '@hsl/database/model-rows';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import type { FileOwner, StoredFile } from './stored-file.js';

const COLUMNS = `id, subdistrict_id AS "subdistrictId", matter, matter_id AS "matterId", name, media_type AS "mediaType",
  bytes, sha256, width, height, uploaded_by AS "uploadedBy", uploaded_role AS "uploadedRole",
  created_at AS "createdAt", attached_at AS "attachedAt"`;
const OF_OWNER = 'subdistrict_id = $1 AND matter = $2 AND matter_id = $3';
const SAME = `SELECT ${COLUMNS} FROM stored_file WHERE ${OF_OWNER} AND sha256 = $4
  AND uploaded_by IS NOT DISTINCT FROM $5 AND stored_at IS NOT NULL LIMIT 1`;
const RESERVE = `INSERT INTO stored_file (subdistrict_id, matter, matter_id, id, name, media_type, bytes, sha256, width,
    height, uploaded_by, uploaded_role)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${COLUMNS}`;
const KEPT = `UPDATE stored_file SET stored_at = now(), attached_at = CASE WHEN $3 THEN now() END
  WHERE subdistrict_id = $1 AND id = $2 RETURNING ${COLUMNS}`;
/** From here on nobody finds it, and no words can take it. */
const TAKEN_BACK = `UPDATE stored_file SET stored_at = NULL, attached_at = NULL
  WHERE subdistrict_id = $1 AND id = $2 AND (attached_at IS NULL OR $3) RETURNING id`;
const ORPHANS = `UPDATE stored_file SET stored_at = NULL WHERE id IN (
    SELECT id FROM stored_file WHERE attached_at IS NULL AND created_at < $1 ORDER BY created_at LIMIT $2
  ) AND attached_at IS NULL RETURNING ${COLUMNS}`;

export type NewFile = Omit<StoredFile, 'createdAt' | 'attachedAt'>;

/**
 * The rows of files, in the database of the service that owns the matter. A row comes before the bytes and goes after
 * them, so that no bytes are ever without a row; until they lie there it is found by nobody.
 */
@Injectable()
export class StoredFileRepository {
  constructor(private readonly database: TenantDatabase) {}

  /**
   * A place for a file; the file itself, if the same person has put the very same content there before.
   * @param most files of the matter at once
   * @throws ProblemError tooManyFiles, databaseUnavailable
   */
  async reserve(file: NewFile, most: number): Promise<{ file: StoredFile; repeated: boolean }> {
    const { subdistrictId, matter, matterId } = file;
    const owner = [subdistrictId, matter, matterId];
    return this.database.transaction(subdistrictId, async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [owner.join('/')]);
      const [same] = await queryRows<StoredFile>(client, SAME, [...owner, file.sha256, file.uploadedBy]);
      if (same) return { file: same, repeated: true };
      const count = `SELECT count(*)::int AS n FROM stored_file WHERE ${OF_OWNER}`;
      const [counted] = await queryRows<{ n: number }>(client, count, owner);
      if ((counted?.n ?? 0) >= most) throw new ProblemError('tooManyFiles');
      const { id, name, mediaType, bytes, sha256, width, height, uploadedBy, uploadedRole } = file;
      const values = [id, name, mediaType, bytes, sha256, width, height, uploadedBy, uploadedRole];
      const [row] = await queryRows<StoredFile>(client, RESERVE, [...owner, ...values]);
      return { file: row!, repeated: false };
    });
  }

  /** The bytes lie there. @param final whether the words it belongs to stand already */
  async kept({ subdistrictId, id }: StoredFile, final: boolean): Promise<StoredFile> {
    const [row] = await this.database.query<StoredFile>(subdistrictId, KEPT, [subdistrictId, id, final]);
    return row!;
  }

  /** Oldest first; bounded by the number a matter may have. */
  list({ subdistrictId, matter, matterId }: FileOwner): Promise<StoredFile[]> {
    const text = `SELECT ${COLUMNS} FROM stored_file WHERE ${OF_OWNER} AND stored_at IS NOT NULL
      ORDER BY created_at, id LIMIT 200`;
    return this.database.query<StoredFile>(subdistrictId, text, [subdistrictId, matter, matterId]);
  }

  /** @returns false if its words stand and `evenIfFinal` is not said */
  async takeBack({ subdistrictId, id }: StoredFile, evenIfFinal: boolean): Promise<boolean> {
    const rows = await this.database.query(subdistrictId, TAKEN_BACK, [subdistrictId, id, evenIfFinal]);
    return rows.length > 0;
  }

  /** The last thing of a file that was taken back or that never came. */
  async forget({ subdistrictId, id }: FileOwner & { id: string }): Promise<void> {
    const text = 'DELETE FROM stored_file WHERE subdistrict_id = $1 AND id = $2 AND stored_at IS NULL';
    await this.database.query(subdistrictId, text, [subdistrictId, id]);
  }

  /** Files of all tenants, older than that, that no words took; taken back by this very call. */
  orphans(before: Date, most: number): Promise<StoredFile[]> {
    return queryRows<StoredFile>(this.database.systemPool, ORPHANS, [before, most]);
  }
}
