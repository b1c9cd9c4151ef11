import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import type { MatterChange } from './matter-change.js';
import { DUE_FIGURES, tallyChange, type TallyCell } from './tally.js';

/** Lists of some matters, whole: what is not among `now` goes. */
const REPLACE_WAITING = `
  WITH now AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY whistle_id, kind, party_id ORDER BY due_at, step) = 1 AS is_first
    FROM (SELECT DISTINCT ON (whistle_id, kind, party_id, step) * FROM jsonb_to_recordset($3::jsonb)
        AS w (whistle_id uuid, kind text, party_id text, step text, is_open boolean, due_at timestamptz)
      ORDER BY whistle_id, kind, party_id, step, due_at) AS one
  ), old AS (
    SELECT o.* FROM unnest($2::uuid[]) AS m (id),
      LATERAL (SELECT ctid AS place, whistle_id, kind, party_id, step FROM waiting WHERE whistle_id = m.id OFFSET 0) o
  ), gone AS (
    DELETE FROM waiting WHERE ctid = ANY (ARRAY (
      SELECT place FROM old WHERE (whistle_id, kind, party_id, step) NOT IN
        (SELECT whistle_id, kind, party_id, step FROM now)))
  )
  INSERT INTO waiting (subdistrict_id, whistle_id, kind, party_id, step, is_open, due_at, is_first)
  SELECT $1, whistle_id, kind, party_id, step, is_open, due_at, is_first FROM now
  ON CONFLICT (whistle_id, kind, party_id, step)
  DO UPDATE SET is_open = EXCLUDED.is_open, due_at = EXCLUDED.due_at, is_first = EXCLUDED.is_first`;

const REPLACE_INVOLVEMENT = `
  WITH now AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($3::jsonb)
      AS i (whistle_id uuid, department_id text, is_open boolean, is_carded boolean)
  ), gone AS (
    DELETE FROM involvement WHERE whistle_id = ANY ($2::uuid[])
      AND (whistle_id, department_id) NOT IN (SELECT whistle_id, department_id FROM now)
  )
  INSERT INTO involvement (subdistrict_id, whistle_id, department_id, is_open, is_carded)
  SELECT $1, whistle_id, department_id, is_open, is_carded FROM now
  ON CONFLICT (subdistrict_id, department_id, whistle_id)
  DO UPDATE SET is_open = EXCLUDED.is_open, is_carded = EXCLUDED.is_carded`;

const REPLACE_MEMBERS = `
  WITH now AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS i (whistle_id uuid, member_id text, is_open boolean)
  ), gone AS (
    DELETE FROM member_involvement WHERE whistle_id = ANY ($2::uuid[])
      AND (whistle_id, member_id) NOT IN (SELECT whistle_id, member_id FROM now)
  )
  INSERT INTO member_involvement (subdistrict_id, whistle_id, member_id, is_open)
  SELECT $1, whistle_id, member_id, is_open FROM now
  ON CONFLICT (subdistrict_id, member_id, whistle_id) DO UPDATE SET is_open = EXCLUDED.is_open`;

/** Rows that say the same as the matters' own rows, for other questions; one statement for all matters. */
@Injectable()
export class DerivedRowsRepository {
  async follow(db: Queryable, subdistrictId: string, changes: readonly MatterChange[]): Promise<void> {
    const waiting = changes.filter((change) => change.waiting);
    await this.replace(db, 'waiting', REPLACE_WAITING, subdistrictId, waiting, (change) => change.waiting);
    const involved = changes.filter((change) => change.involvement);
    await this.replace(db, 'involvement', REPLACE_INVOLVEMENT, subdistrictId, involved, (one) => one.involvement);
    const entered = changes.filter((change) => change.memberInvolvement);
    await this.replace(
      db,
      'member_involvement',
      REPLACE_MEMBERS,
      subdistrictId,
      entered,
      (one) => one.memberInvolvement,
    );
    // Last: every matter of a community moves the same few counters, which stay locked until the commit.
    const before = changes.flatMap(({ tallied }) => tallied.before);
    const after = changes.flatMap(({ tallied }) => tallied.after);
    await this.moveTally(db, subdistrictId, tallyChange(before, after));
  }

  private async replace(
    db: Queryable,
    table: string,
    text: string,
    subdistrictId: string,
    changes: readonly MatterChange[],
    rowsOf: (change: MatterChange) => object[] | undefined,
  ): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.flatMap((change) => rowsOf(change) ?? []);
    const values = [subdistrictId, changes.map(({ whistleId }) => whistleId), JSON.stringify(rows)];
    await db.query({ name: `replace_${table}`, text, values });
  }

  private async moveTally(db: Queryable, subdistrictId: string, change: readonly TallyCell[]): Promise<void> {
    if (change.length === 0) return;
    await db.query({
      name: 'move_tally',
      text: `INSERT INTO tally (subdistrict_id, figure, place, key, n)
        SELECT $1, c.figure, c.place, c.key, c.n
        FROM jsonb_to_recordset($2::jsonb) AS c (figure text, place text, key text, n int)
        ON CONFLICT (subdistrict_id, figure, place, key) DO UPDATE SET n = tally.n + EXCLUDED.n`,
      values: [subdistrictId, JSON.stringify(change)],
    });
    await this.dropPassedHours(db, subdistrictId, change);
  }

  /** Every hour has counters of its own: those that are back at 0 would be more than all others after a year. */
  private async dropPassedHours(db: Queryable, subdistrictId: string, change: readonly TallyCell[]): Promise<void> {
    const hours: readonly string[] = DUE_FIGURES;
    const less = change.filter(({ figure, n }) => hours.includes(figure) && n < 0);
    if (less.length === 0) return;
    await db.query({
      name: 'drop_passed_hours',
      text: `DELETE FROM tally t USING jsonb_to_recordset($2::jsonb) AS c (figure text, place text, key text)
        WHERE t.subdistrict_id = $1 AND t.figure = c.figure AND t.place = c.place AND t.key = c.key AND t.n = 0`,
      values: [subdistrictId, JSON.stringify(less)],
    });
  }
}
