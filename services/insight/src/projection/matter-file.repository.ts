import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import type { StoredFile } from './stored-file.js';

/** Reads all that is known of whistles, and keeps others from changing it meanwhile. */
@Injectable()
export class MatterFileRepository {
  /**
   * Events of three owners meet in one file, so that two consumers may come at the same time: the second waits until the
   * first has committed. Ends with the transaction.
   */
  async lock(db: Queryable, whistleIds: readonly string[]): Promise<void> {
    await db.query({
      name: 'lock_matters',
      // One order for all, so that two transactions never wait for each other.
      text: `SELECT pg_advisory_xact_lock(key) FROM
        (SELECT hashtextextended(id, 0) AS key FROM unnest($1::text[]) AS w (id) ORDER BY 1 OFFSET 0) AS ordered`,
      values: [whistleIds],
    });
  }

  /** One file for each of them, in any order. */
  async load(db: Queryable, whistleIds: readonly string[]): Promise<StoredFile[]> {
    const { rows } = await db.query<StoredFile>({
      name: 'load_matter_files',
      // Matter by matter through the index, whatever the planner believes of tables that grow as fast as events come.
      text: `SELECT w.id AS whistle_id, m.snapshot, m.snapshot_sequence, m.concluded_at, m.ended_at, m.outcome, m.kind, m.is_open,
          m.department_ids, m.waiting_for, m.tallied, m.yellow_cards + m.red_cards > 0 AS is_carded,
          (SELECT json_agg(t) FROM task t WHERE t.whistle_id = w.id::uuid) AS tasks,
          (SELECT json_agg(r) FROM rung r WHERE r.whistle_id = w.id::uuid) AS rungs
        FROM unnest($1::text[]) AS w (id)
          LEFT JOIN LATERAL (SELECT * FROM matter WHERE whistle_id = w.id::uuid OFFSET 0) m ON true`,
      values: [whistleIds],
    });
    return rows;
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
