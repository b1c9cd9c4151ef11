import { Parameters } from '@hsl/database/sql-fragment';
import type { Queryable } from '@hsl/database/queryable';
import type { ReportFilter, RequestReport } from '@hsl/contracts/schemas/reports';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { waysToSee, type ReportReading } from './report-access.js';
import type { ReportContent } from './report-content.js';
import { reportColumns, type ReportRow } from './report-row.js';
import type { ReportScope } from './report-scope.js';

export const reportPosition = z.strictObject({ at: z.iso.datetime(), id: z.uuid() });
export type ReportPosition = z.output<typeof reportPosition>;

export interface NewReport {
  id: string;
  asked: RequestReport;
  scope: ReportScope;
  requestedBy: string;
  requestedAt: Date;
  requestKey?: string;
  expiresAt: Date;
}

/** Reports as they were asked for and as they are read. */
@Injectable()
export class ReportsRepository {
  /** @returns false if the request was taken before, under the same key */
  async add(db: Queryable, report: NewReport): Promise<boolean> {
    const { id, asked, scope, requestedBy, requestedAt, requestKey, expiresAt } = report;
    const { rowCount } = await db.query({
      name: 'add_report',
      text: `INSERT INTO report (id, subdistrict_id, kind, format, from_day, to_day, whistle_number, is_whole,
          community_ids, department_ids, requested_by, requested_at, request_key, state, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'queued', $14)
        ON CONFLICT (subdistrict_id, requested_by, request_key) DO NOTHING`,
      values: [
        ...[id, scope.subdistrictId, asked.kind, asked.format, asked.from, asked.to, asked.whistleNumber ?? null],
        ...[scope.whole, scope.communityIds, scope.departmentIds, requestedBy, requestedAt, requestKey ?? null],
        expiresAt,
      ],
    });
    return rowCount === 1;
  }

  async byKey(db: Queryable, subdistrictId: string, by: string, key: string): Promise<ReportRow | undefined> {
    const { rows } = await db.query<ReportRow>({
      name: 'report_by_key',
      text: `SELECT ${reportColumns('r')} FROM report r
        WHERE r.subdistrict_id = $1 AND r.requested_by = $2 AND r.request_key = $3`,
      values: [subdistrictId, by, key],
    });
    return rows[0];
  }

  /** How many of somebody's reports are not finished. */
  async waiting(db: Queryable, subdistrictId: string, requestedBy: string): Promise<number> {
    const { rows } = await db.query<{ n: number }>({
      name: 'reports_waiting',
      text: `SELECT count(*)::int AS n FROM report
        WHERE subdistrict_id = $1 AND requested_by = $2 AND state IN ('queued', 'running')`,
      values: [subdistrictId, requestedBy],
    });
    return rows[0]!.n;
  }

  async find(db: Queryable, reading: ReportReading, id: string): Promise<ReportRow | undefined> {
    const parameters = new Parameters();
    const ways = waysToSee(reading, parameters);
    if (ways.length === 0) return undefined;
    const { rows } = await db.query<ReportRow>({
      text: `SELECT ${reportColumns('r')} FROM report r WHERE (${ways.join(' OR ')}) AND r.id = ${parameters.add(id)}`,
      values: parameters.values,
    });
    return rows[0];
  }

  /** What was kept to be read on a page; undefined if nothing was. */
  async content(db: Queryable, id: string): Promise<ReportContent | undefined> {
    const { rows } = await db.query<{ content: ReportContent | null }>({
      name: 'report_content',
      text: 'SELECT content FROM report WHERE id = $1',
      values: [id],
    });
    return rows[0]?.content ?? undefined;
  }

  /** Newest first; one row more than the limit, if there is one. */
  async list(
    db: Queryable,
    reading: ReportReading,
    { kind, from, to }: ReportFilter,
    { after, limit }: { after: ReportPosition | undefined; limit: number },
  ): Promise<ReportRow[]> {
    const parameters = new Parameters();
    const ways = waysToSee(reading, parameters);
    if (ways.length === 0) return [];
    const isAsked = [
      ...(kind === undefined ? [] : [`r.kind = ${parameters.add(kind)}`]),
      ...(from === undefined ? [] : [`r.from_day = ${parameters.add(from)}::date`]),
      ...(to === undefined ? [] : [`r.to_day = ${parameters.add(to)}::date`]),
      ...(after
        ? [`(r.requested_at, r.id) < (${parameters.add(after.at)}::timestamptz, ${parameters.add(after.id)}::uuid)`]
        : []),
    ];
    const newest = `ORDER BY r.requested_at DESC, r.id DESC LIMIT ${parameters.add(limit + 1)}`;
    const page = (way: string): string =>
      `SELECT r.id FROM report r WHERE ${[way, ...isAsked].join(' AND ')} ${newest}`;
    // Each way has its page by its own index: along all reports, somebody who sees a few would read all the others.
    const { rows } = await db.query<ReportRow>({
      text: `SELECT ${reportColumns('r')} FROM report r
        WHERE r.id IN (${ways.map((way) => `(${page(way)})`).join(' UNION ALL ')}) ${newest}`,
      values: parameters.values,
    });
    return rows;
  }

  /** The first release stands. */
  async release(db: Queryable, id: string, by: string, at: Date): Promise<void> {
    await db.query({
      name: 'release_report',
      text: `UPDATE report SET released_by = $2, released_at = $3 WHERE id = $1 AND released_at IS NULL`,
      values: [id, by, at],
    });
  }
}
