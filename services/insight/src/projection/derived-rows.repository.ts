import { toIso } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import type { DerivedMatter } from './derive.js';
import { tallyChange, cellsOf, type TallyCell } from './tally.js';
import type { Waiting } from './waiting.js';

/** What stood of a matter before an event; nothing if it is new. */
export interface StoodBefore {
  is_open: boolean | null;
  department_ids: string[] | null;
  waiting_for: Waiting[] | null;
  tallied: TallyCell[] | null;
  is_carded: boolean | null;
}

/** Rows that say the same as the matter's own row, for other questions; written only where they change. */
@Injectable()
export class DerivedRowsRepository {
  async follow(db: Queryable, subdistrictId: string, before: StoodBefore, matter: DerivedMatter): Promise<void> {
    const waiting = waitingRows(matter.waitingFor, matter.isOpen);
    if (JSON.stringify(waitingRows(before.waiting_for ?? [], before.is_open ?? false)) !== JSON.stringify(waiting)) {
      await this.replaceWaiting(db, subdistrictId, matter.whistleId, waiting);
    }
    const involved = involvementRows(matter.departmentIds, matter.isOpen, matter.cards.length > 0);
    if (JSON.stringify(involvedBefore(before)) !== JSON.stringify(involved)) {
      await this.replaceInvolvement(db, subdistrictId, matter.whistleId, involved);
    }
    // Last: every matter of a community moves the same few counters, which stay locked until the commit.
    await this.moveTally(db, subdistrictId, tallyChange(before.tallied ?? [], cellsOf(matter)));
  }

  private async replaceWaiting(db: Queryable, subdistrictId: string, whistleId: string, rows: object[]): Promise<void> {
    await db.query({
      name: 'replace_waiting',
      text: `WITH now AS (
          SELECT DISTINCT ON (kind, party_id, step) * FROM jsonb_to_recordset($3::jsonb)
            AS w (kind text, party_id text, step text, is_open boolean, due_at timestamptz)
        ), gone AS (
          DELETE FROM waiting WHERE whistle_id = $2
            AND (kind, party_id, step) NOT IN (SELECT kind, party_id, step FROM now)
        )
        INSERT INTO waiting (subdistrict_id, whistle_id, kind, party_id, step, is_open, due_at)
        SELECT $1, $2, kind, party_id, step, is_open, due_at FROM now
        ON CONFLICT (whistle_id, kind, party_id, step)
        DO UPDATE SET is_open = EXCLUDED.is_open, due_at = EXCLUDED.due_at`,
      values: [subdistrictId, whistleId, JSON.stringify(rows)],
    });
  }

  private async replaceInvolvement(
    db: Queryable,
    subdistrictId: string,
    whistleId: string,
    rows: object[],
  ): Promise<void> {
    await db.query({
      name: 'replace_involvement',
      text: `WITH now AS (
          SELECT * FROM jsonb_to_recordset($3::jsonb) AS i (department_id text, is_open boolean, is_carded boolean)
        ), gone AS (
          DELETE FROM involvement WHERE whistle_id = $2 AND department_id NOT IN (SELECT department_id FROM now)
        )
        INSERT INTO involvement (subdistrict_id, whistle_id, department_id, is_open, is_carded)
        SELECT $1, $2, department_id, is_open, is_carded FROM now
        ON CONFLICT (subdistrict_id, department_id, whistle_id)
        DO UPDATE SET is_open = EXCLUDED.is_open, is_carded = EXCLUDED.is_carded`,
      values: [subdistrictId, whistleId, JSON.stringify(rows)],
    });
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
  }
}

const waitingRows = (waitingFor: readonly Waiting[], isOpen: boolean): object[] =>
  waitingFor.map(({ kind, id, step, dueAt }) => ({
    ...{ kind, party_id: id, step, is_open: isOpen },
    due_at: dueAt === undefined ? null : toIso(dueAt),
  }));

const involvedBefore = ({ department_ids, is_open, is_carded }: StoodBefore): object[] =>
  involvementRows(department_ids ?? [], is_open ?? false, is_carded ?? false);

const involvementRows = (departmentIds: readonly string[], isOpen: boolean, isCarded: boolean): object[] =>
  departmentIds.map((id) => ({ department_id: id, is_open: isOpen, is_carded: isCarded }));
