import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Actor } from '@hsl/access/actor';
import { REPORT_FORMATS, REPORT_KINDS } from '@hsl/contracts/report-kinds';
import type { Report, ReportKindList, ReportPage, RequestReport } from '@hsl/contracts/schemas/reports';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase } from '../database.js';
import { MattersRepository } from '../reading/matters.repository.js';
import { REPORTS, reportNumber } from './definitions/all-reports.js';
import { demandWhole, ReportAccess } from './report-access.js';
import { ReportFiles } from './report-files.js';
import type { ReportRow } from './report-row.js';
import { reportView } from './report-view.js';
import { ReportWorker } from './report-worker.js';
import { reportPosition, ReportsRepository } from './reports.repository.js';

/** Somebody's reports that wait or are being made. */
const MOST_WAITING = 5;
/** How long a report is kept. */
const KEPT_MS = 90 * 86_400_000;

@Injectable()
export class ReportsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly access: ReportAccess,
    private readonly reports: ReportsRepository,
    private readonly matters: MattersRepository,
    private readonly files: ReportFiles,
    private readonly worker: ReportWorker,
    private readonly clock: Clock,
  ) {}

  /** What the caller may have made. @throws ProblemError roleNotAllowed */
  kinds(actor: Actor): ReportKindList {
    const { whole } = this.access.generating(actor);
    const kinds = REPORT_KINDS.filter((kind) => whole || !REPORTS[kind].isWholeOnly);
    return {
      items: kinds.map((kind) => {
        const { title, version } = REPORTS[kind];
        const needsWhistle = kind === 'caseFile';
        return { kind, number: reportNumber(kind), title, version, formats: [...REPORT_FORMATS], needsWhistle };
      }),
    };
  }

  /**
   * Puts a report in the queue; the same key again is the same report.
   * @throws ProblemError roleNotAllowed; notFound for a whistle there is not within the caller's scope; tooManyReports;
   *   idempotencyKeyReused
   */
  async request(actor: Actor, asked: RequestReport, requestKey: string | undefined): Promise<Report> {
    const scope = this.access.generating(actor);
    demandWhole(REPORTS[asked.kind], scope);
    const { subdistrictId, userId } = actor;
    const db = this.database.pool(subdistrictId);
    const before = requestKey && (await this.reports.byKey(db, subdistrictId, userId, requestKey));
    if (before) return sameReport(before, asked);
    if (asked.whistleNumber !== undefined && !(await this.matters.isIn(db, scope, asked.whistleNumber)))
      throw new ProblemError('notFound');
    if ((await this.reports.waiting(db, subdistrictId, userId)) >= MOST_WAITING)
      throw new ProblemError('tooManyReports');
    const now = this.clock.now();
    const times = { requestedAt: new Date(now), expiresAt: new Date(now + KEPT_MS) };
    const id = randomUUID();
    const isNew = await this.reports.add(db, { id, asked, scope, requestedBy: userId, requestKey, ...times });
    this.worker.kick();
    if (isNew) return reportView(await this.get(actor, id));
    return sameReport((await this.reports.byKey(db, subdistrictId, userId, requestKey!))!, asked);
  }

  async list(actor: Actor, { limit, cursor }: PageQuery): Promise<ReportPage> {
    const reading = this.access.reading(actor);
    const after = decodeCursor(cursor, reportPosition);
    const rows = await this.reports.list(this.database.pool(actor.subdistrictId), reading, after, limit);
    const page = pageOf(rows, limit, ({ requested_at, id }) => ({ at: requested_at.toISOString(), id }));
    return { ...page, items: page.items.map(reportView) };
  }

  async one(actor: Actor, id: string): Promise<Report> {
    return reportView(await this.get(actor, id));
  }

  /** @throws ProblemError notFound; reportUnfinished; reportEmpty; reportFailed */
  async open(actor: Actor, id: string): Promise<{ row: ReportRow; bytes: Readable }> {
    const row = await this.get(actor, id);
    const { state, file_key: key } = row;
    if (state === 'failed') throw new ProblemError('reportFailed', { state });
    if (state !== 'done') throw new ProblemError('reportUnfinished', { state });
    if (key === null) throw new ProblemError('reportEmpty', { state });
    return { row, bytes: await this.files.open(key) };
  }

  /**
   * Shows it to those who read what was released; somebody else than who had it made decides.
   * @throws ProblemError notFound, roleNotAllowed, separationOfDuties; reportUnfinished, reportEmpty, reportFailed
   */
  async release(actor: Actor, id: string): Promise<Report> {
    const { state, requested_by, file_key } = await this.get(actor, id);
    this.access.release(actor, requested_by);
    if (state === 'failed') throw new ProblemError('reportFailed', { state });
    if (state !== 'done') throw new ProblemError('reportUnfinished', { state });
    if (file_key === null) throw new ProblemError('reportEmpty', { state });
    const db = this.database.pool(actor.subdistrictId);
    await this.reports.release(db, id, actor.userId, new Date(this.clock.now()));
    return this.one(actor, id);
  }

  private async get(actor: Actor, id: string): Promise<ReportRow> {
    const reading = this.access.reading(actor);
    if (!z.uuid().safeParse(id).success) throw new ProblemError('notFound');
    const row = await this.reports.find(this.database.pool(actor.subdistrictId), reading, id);
    if (!row) throw new ProblemError('notFound');
    return row;
  }
}

/** @throws ProblemError idempotencyKeyReused if the key came with another request */
function sameReport(row: ReportRow, asked: RequestReport): Report {
  const { kind, format, from_day, to_day, whistle_number } = row;
  const before = [kind, format, from_day, to_day, whistle_number ?? undefined];
  const now = [asked.kind, asked.format, asked.from, asked.to, asked.whistleNumber];
  if (before.some((part, index) => part !== now[index])) throw new ProblemError('idempotencyKeyReused');
  return reportView(row);
}
