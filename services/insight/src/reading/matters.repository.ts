import type { Grade, Level, WhistleKind } from '@hsl/contracts/grades';
import type { Outcome, WhistleState } from '@hsl/contracts/states';
import type { RungAt } from '@hsl/contracts/steps';
import type { Queryable } from '@hsl/database/queryable';
import { Parameters } from '@hsl/database/sql-fragment';
import { Injectable } from '@nestjs/common';
import type { Waiting } from '../projection/waiting.js';
import { withinScope, type ReadingScope } from './reading-scope.js';

/** A row of `matter` as lists read it. */
export interface MatterRow {
  whistle_id: string;
  number: string;
  version: number;
  community_id: string;
  category_code: string;
  topic_id: string | null;
  state: WhistleState;
  is_open: boolean;
  kind: WhistleKind | null;
  grade: Grade;
  level: Level;
  lead_department_id: string | null;
  department_ids: string[];
  waiting_for: Waiting[];
  waiting_since: Date | null;
  due_at: Date | null;
  next_rung: RungAt | null;
  yellow_cards: number;
  red_cards: number;
  rework_count: number;
  blown_at: Date;
  ended_at: Date | null;
  outcome: Outcome | null;
  concluded_at: Date | null;
  updated_at: Date;
}

const COLUMNS = `m.whistle_id, m.number, m.version, m.community_id, m.category_code, m.topic_id, m.state, m.is_open, m.kind,
  m.grade, m.level, m.lead_department_id, m.department_ids, m.waiting_for, m.waiting_since, m.due_at, m.next_rung, m.yellow_cards,
  m.red_cards, m.rework_count, m.blown_at, m.ended_at, m.outcome, m.concluded_at, m.updated_at`;

/** Where the page before ended; without `dueAt` among those that have no clock. */
export interface MatterKey {
  dueAt?: string;
  number: string;
}

/** Where the page before ended, of what has ended. */
export interface EndKey {
  endedAt: string;
  number: string;
}

/** Which matters are read: SQL on `matter m` with the placeholders of `parameters`. */
export interface Selection {
  scope: ReadingScope;
  condition: (parameters: Parameters) => string;
  /** The condition asks for open matters only. */
  isOpen: boolean;
}

@Injectable()
export class MattersRepository {
  /** Least time left first, what has no clock last; one row more than `limit`, if there is one. */
  byTimeLeft(db: Queryable, selected: Selection, after: MatterKey | undefined, limit: number): Promise<MatterRow[]> {
    const from = (parameters: Parameters): string => (after ? beyond(after, parameters) : 'TRUE');
    return this.page(db, selected, from, 'm.due_order, m.number', limit);
  }

  /** What has ended, newest first; one row more than `limit`, if there is one. */
  byEnd(db: Queryable, selected: Selection, after: EndKey | undefined, limit: number): Promise<MatterRow[]> {
    const from = (parameters: Parameters): string => `NOT m.is_open${after ? ` AND ${before(after, parameters)}` : ''}`;
    return this.page(db, selected, from, 'm.ended_at DESC, m.number DESC', limit);
  }

  private async page(
    db: Queryable,
    { scope, condition, isOpen }: Selection,
    from: (parameters: Parameters) => string,
    order: string,
    limit: number,
  ): Promise<MatterRow[]> {
    const parameters = new Parameters();
    const within = withinScope(scope, parameters, isOpen ? 'is_open' : undefined);
    const conditions = [within, condition(parameters), from(parameters)];
    const { rows } = await db.query<MatterRow>({
      text: `SELECT ${COLUMNS} FROM matter m WHERE ${conditions.join(' AND ')}
        ORDER BY ${order} LIMIT ${parameters.add(limit + 1)}`,
      values: parameters.values,
    });
    return rows;
  }

  /** Whether there is a matter of this number within the scope. */
  async isIn(db: Queryable, scope: ReadingScope, number: string): Promise<boolean> {
    const parameters = new Parameters();
    const { rowCount } = await db.query({
      text: `SELECT FROM matter m WHERE ${withinScope(scope, parameters)} AND m.number = ${parameters.add(number)}`,
      values: parameters.values,
    });
    return rowCount === 1;
  }

  /** Open matters that have waited longest for the same party. */
  async longestWaiting(db: Queryable, scope: ReadingScope, limit: number): Promise<MatterRow[]> {
    const parameters = new Parameters();
    const { rows } = await db.query<MatterRow>({
      text: `SELECT ${COLUMNS} FROM matter m
        WHERE ${withinScope(scope, parameters, 'is_open')} AND m.is_open AND m.waiting_since IS NOT NULL
        ORDER BY m.waiting_since, m.number LIMIT ${parameters.add(limit)}`,
      values: parameters.values,
    });
    return rows;
  }
}

const before = ({ endedAt, number }: EndKey, parameters: Parameters): string =>
  `(m.ended_at, m.number) < (${parameters.add(endedAt)}::timestamptz, ${parameters.add(number)}::text)`;

/**
 * What has no clock is said to have none: of a pair PostgreSQL weighs the first half only, finds nothing beyond infinity,
 * and would look through all that is left for the few of a department.
 */
function beyond({ dueAt, number }: MatterKey, parameters: Parameters): string {
  const from = `${parameters.add(number)}::text`;
  return dueAt === undefined
    ? `m.due_order = 'infinity' AND m.number > ${from}`
    : `(m.due_order, m.number) > (${parameters.add(dueAt)}::timestamptz, ${from})`;
}
