import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import type { StoredFile } from './stored-file.js';

/** Reads all that is known of one whistle, and keeps others from changing it meanwhile. */
@Injectable()
export class MatterFileRepository {
  /**
   * Events of three owners meet in one file, so that two consumers may come at the same time: the second waits until the
   * first has committed. Ends with the transaction.
   */
  async lock(db: Queryable, whistleId: string): Promise<void> {
    await db.query({
      name: 'lock_matter',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
      values: [whistleId],
    });
  }

  async load(db: Queryable, whistleId: string): Promise<StoredFile> {
    const { rows } = await db.query<StoredFile & { whistle: string }>({
      name: 'load_matter_file',
      text: `SELECT m.snapshot, m.snapshot_sequence, m.concluded_at, m.is_open, m.department_ids, m.waiting_for, m.tallied,
          m.yellow_cards + m.red_cards > 0 AS is_carded,
          (SELECT json_agg(t) FROM task t WHERE t.whistle_id = w.id) AS tasks,
          (SELECT json_agg(r) FROM rung r WHERE r.whistle_id = w.id) AS rungs
        FROM (SELECT $1::uuid AS id) w LEFT JOIN matter m ON m.whistle_id = w.id`,
      values: [whistleId],
    });
    return rows[0]!;
  }

  /** Versions of the newest snapshots held of these whistles; those not known are absent. */
  async versions(db: Queryable, whistleIds: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await db.query<{ whistle_id: string; version: number }>({
      name: 'versions_held',
      text: 'SELECT whistle_id, version FROM matter WHERE whistle_id = ANY ($1::uuid[])',
      values: [whistleIds],
    });
    return new Map(rows.map(({ whistle_id, version }) => [whistle_id, version]));
  }

  /** The same of tasks. */
  async taskVersions(db: Queryable, taskIds: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await db.query<{ task_id: string; version: number }>({
      name: 'task_versions_held',
      text: 'SELECT task_id, version FROM task WHERE task_id = ANY ($1::uuid[])',
      values: [taskIds],
    });
    return new Map(rows.map(({ task_id, version }) => [task_id, version]));
  }
}
