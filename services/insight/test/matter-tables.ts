import type { Queryable } from '@hsl/database/queryable';
import type { Row } from '../src/projection/row-upsert.js';
import type { TallyCell } from '../src/projection/tally.js';

type Statement = (values: readonly unknown[]) => unknown[];

const rowsIn = (json: unknown): Row[] => JSON.parse(json as string) as Row[];

/** What the statements of the matters' projection do, in maps: so that a spec may fold thousands of events. */
export class MatterTables {
  readonly matter = new Map<string, Row>();
  readonly task = new Map<string, Row>();
  readonly rung = new Map<string, Row>();
  readonly waiting = new Map<string, Row>();
  readonly involvement = new Map<string, Row>();
  readonly memberInvolvement = new Map<string, Row>();
  readonly tally = new Map<string, number>();

  private readonly statements: Record<string, Statement> = {
    lock_matters: () => [],
    load_matter_files: ([ids]) => (ids as string[]).map((id) => this.fileOf(id)),
    upsert_matter: ([rows]) => this.upsert(this.matter, rows, ['whistle_id']),
    upsert_task: ([rows]) => this.upsert(this.task, rows, ['task_id']),
    upsert_rung: ([rows]) => this.upsert(this.rung, rows, ['whistle_id', 'owner_id', 'step', 'due_at', 'rung']),
    replace_waiting: ([, ids, rows]) =>
      this.replace(this.waiting, ids, rows, ['whistle_id', 'kind', 'party_id', 'step']),
    replace_involvement: ([, ids, rows]) => this.replace(this.involvement, ids, rows, ['whistle_id', 'department_id']),
    replace_member_involvement: ([, ids, rows]) =>
      this.replace(this.memberInvolvement, ids, rows, ['whistle_id', 'member_id']),
    move_tally: ([, cells]) => this.move(rowsIn(cells) as unknown as TallyCell[]),
    // A counter at zero says as much as none, see content().
    drop_passed_hours: () => [],
  };

  readonly db = {
    query: ({ name, values }: { name: string; values: unknown[] }) =>
      Promise.resolve({ rows: this.statements[name]!(values) }),
  } as unknown as Queryable;

  /** Everything that is in the tables; a counter at zero says as much as none. */
  content(): object {
    const { matter, task, rung, waiting, involvement, memberInvolvement } = this;
    const tally = new Map([...this.tally].filter(([, n]) => n !== 0));
    return { matter, task, rung, waiting, involvement, memberInvolvement, tally };
  }

  private fileOf(id: string): Row {
    const matter = this.matter.get(id);
    // A database keeps no order; the other way round shows whoever relies on one.
    const own = (table: Map<string, Row>): Row[] =>
      [...table.values()].filter(({ whistle_id }) => whistle_id === id).toReversed();
    const nothing = { snapshot: null, snapshot_sequence: null, is_open: null, department_ids: null };
    return {
      ...{ whistle_id: id, ...nothing, waiting_for: null, tallied: null, outcome: null, ...matter },
      concluded_at: matter?.['concluded_at'] ? new Date(matter['concluded_at'] as string) : null,
      ended_at: matter?.['ended_at'] ? new Date(matter['ended_at'] as string) : null,
      is_carded: matter ? Number(matter['yellow_cards']) + Number(matter['red_cards']) > 0 : null,
      ...{ tasks: own(this.task), rungs: own(this.rung) },
    };
  }

  /** As the database does, it refuses to write the same row twice in one statement. */
  private upsert(table: Map<string, Row>, json: unknown, key: readonly string[]): [] {
    const rows = rowsIn(json).map((row): [string, Row] => [key.map((column) => row[column]).join('|'), row]);
    if (new Set(rows.map(([id]) => id)).size < rows.length) throw new Error('a row would be written twice');
    for (const [id, row] of rows) table.set(id, row);
    return [];
  }

  private replace(table: Map<string, Row>, ids: unknown, json: unknown, key: readonly string[]): [] {
    for (const [id, row] of table) if ((ids as unknown[]).includes(row['whistle_id'])) table.delete(id);
    return this.upsert(table, json, key);
  }

  private move(cells: readonly TallyCell[]): [] {
    for (const { figure, place, key, n } of cells) {
      const id = `${figure}/${place}/${key}`;
      this.tally.set(id, (this.tally.get(id) ?? 0) + n);
    }
    return [];
  }
}
