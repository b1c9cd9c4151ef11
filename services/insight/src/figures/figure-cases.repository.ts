import { toIso, type Instant } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { Parameters } from '@hsl/database/sql-fragment';
import { instantOn, parseDay } from '@hsl/domain/calendar-day';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FactKind } from '../facts/fact.js';
import { cutTo, type FactFilter } from './fact-filter.js';
import type { Period } from './periods.js';

export const CASE_PARTS = ['numerator', 'denominator', 'excluded'] as const;
export type CasePart = (typeof CASE_PARTS)[number];

export const caseKey = z.strictObject({
  at: z.iso.datetime(),
  id: z.uuid(),
  item: z.string().max(300),
});
export type CaseKey = z.output<typeof caseKey>;

export interface CaseRow {
  case_id: string;
  number: string | null;
  kind: string;
  item: string;
  at: Date;
  department_id: string;
  community_id: string;
  member_id: string;
  category_code: string;
  grade: string;
  score: number;
  hours: number | null;
  left_out: string | null;
}

export interface CaseQuery {
  subdistrictId: string;
  kind: FactKind;
  part: CasePart;
  filter: FactFilter;
  period: Period;
  now: Instant;
}

/** Which rows are counted on which side. */
const PARTS: Record<CasePart, string> = {
  numerator: 'f.left_out IS NULL AND f.score <> 0',
  denominator: 'f.left_out IS NULL',
  excluded: 'f.left_out IS NOT NULL',
};

/** The very rows that a figure counts. */
@Injectable()
export class FigureCasesRepository {
  /** Oldest first; one row more than the limit, if there is one. */
  async list(db: Queryable, query: CaseQuery, after: CaseKey | undefined, limit: number): Promise<CaseRow[]> {
    const { subdistrictId, kind, part, filter, period, now } = query;
    const parameters = new Parameters();
    const add = parameters.add.bind(parameters);
    // The list goes by the instant, and so do its indexes; its day is the same in Asia/Shanghai.
    const [from, to] = [instantOn(parseDay(period.from), 0), instantOn(parseDay(period.to) + 1, 0)];
    const next = after
      ? `AND (f.at, f.case_id, f.item) > (${add(after.at)}::timestamptz, ${add(after.id)}::uuid, ${add(after.item)}::text)`
      : '';
    const { rows } = await db.query<CaseRow>({
      text: `SELECT f.case_id, f.number, f.kind, f.item, f.at, f.department_id, f.community_id, f.member_id,
          f.category_code, f.grade, f.score::float8 AS score, f.hours::float8 AS hours, f.left_out
        FROM fact f WHERE f.subdistrict_id = ${add(subdistrictId)} AND f.kind = ${add(kind)} AND ${PARTS[part]}
          AND f.at >= ${add(toIso(from))} AND f.at < ${add(toIso(to))} AND f.at <= ${add(toIso(now))}
          AND ${cutTo(filter, parameters)} ${next}
        ORDER BY f.at, f.case_id, f.item LIMIT ${add(limit + 1)}`,
      values: parameters.values,
    });
    return rows;
  }
}
