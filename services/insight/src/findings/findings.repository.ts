import { randomUUID } from 'node:crypto';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

export const findingPosition = z.strictObject({ foundAt: z.iso.datetime(), id: z.uuid() });
type Position = z.output<typeof findingPosition>;

export interface NewFinding {
  whistleId: string;
  /** Of a task of the matter; absent for the matter itself. */
  taskId?: string;
  foundAt: string;
  held: { state?: string; version?: number };
  state: string;
  version: number;
}

export interface FindingRow {
  id: string;
  whistle_id: string;
  task_id: string | null;
  found_at: Date;
  held_state: string | null;
  held_version: number | null;
  state: string;
  version: number;
}

/** Matters and tasks that had fallen behind their owner. */
@Injectable()
export class FindingsRepository {
  async add(
    db: Queryable,
    subdistrictId: string,
    { whistleId, taskId, foundAt, held, state, version }: NewFinding,
  ): Promise<void> {
    await db.query({
      name: 'add_finding',
      text: `INSERT INTO projection_finding
          (id, subdistrict_id, whistle_id, found_at, held_state, held_version, state, version, task_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        ...[randomUUID(), subdistrictId, whistleId, foundAt],
        ...[held.state ?? null, held.version ?? null, state, version, taskId ?? null],
      ],
    });
  }

  /** Newest first; one row more than the limit, if there is one. */
  async list(db: Queryable, subdistrictId: string, after: Position | undefined, limit: number): Promise<FindingRow[]> {
    const { rows } = await db.query<FindingRow>({
      text: `SELECT id, whistle_id, task_id, found_at, held_state, held_version, state, version FROM projection_finding
        WHERE subdistrict_id = $1 AND ($2::timestamptz IS NULL OR (found_at, id) < ($2, $3::uuid))
        ORDER BY found_at DESC, id DESC LIMIT $4`,
      values: [subdistrictId, after?.foundAt ?? null, after?.id ?? null, limit + 1],
    });
    return rows;
  }
}
