import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Actor } from '@hsl/access/actor';
import { REPORT_FORMATS } from '@hsl/contracts/report-kinds';
import type {
  Report,
  ReportFilter,
  ReportKindList,
  ReportPage,
  ReportText,
  RequestReport,
} from '@hsl/contracts/schemas/reports';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase } from '../database.js';
import { MattersRepository } from '../reading/matters.repository.js';
import { REPORTS, reportNumber } from './definitions/all-reports.js';
import { ReportAccess } from './report-access.js';
import { ReportFiles } from './report-files.js';
import type { ReportRow } from './report-row.js';
import { reportView, textView } from './report-view.js';
import { ReportWorker } from './report-worker.js';
import { reportPosition, ReportsRepository } from './reports.repository.js';

/** Somebody's reports that wait or are being made. */
const MOST_WAITING = 5;
/** How long a report is kept. */
const KEPT_MS = 90 * 86_400_000;

interface Caller {
  actor: Actor;
  locale: Locale;
}

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
    return {
      items: this.access.kinds(actor).map(({ kind, title, version }) => {
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
  async request(caller: Caller, asked: RequestReport, requestKey: string | undefined): Promise<Report> {
    const { actor } = caller;
    const scope = this.access.generating(actor, REPORTS[asked.kind]);
    const { subdistrictId, userId } = actor;
    const db = this.database.pool(subdistrictId);
    const before = requestKey && (await this.reports.byKey(db, subdistrictId, userId, requestKey));
    if (before) return this.view(caller, sameReport(before, asked));
    if (asked.whistleNumber !== undefined && !(await this.matters.isIn(db, scope, asked.whistleNumber)))
      throw new ProblemError('notFound');
    if ((await this.reports.waiting(db, subdistrictId, userId)) >= MOST_WAITING)
      throw new ProblemError('tooManyReports');
    const now = this.clock.now();
    const times = { requestedAt: new Date(now), expiresAt: new Date(now + KEPT_MS) };
    const id = randomUUID();
    const isNew = await this.reports.add(db, { id, asked, scope, requestedBy: userId, requestKey, ...times });
    this.worker.kick();
    if (isNew) return this.one(caller, id);
    const same = (await this.reports.byKey(db, subdistrictId, userId, requestKey!))!;
    return this.view(caller, sameReport(same, asked));
  }

  async list(caller: Caller, { limit, cursor, ...filter }: PageQuery & ReportFilter): Promise<ReportPage> {
    const { actor } = caller;
    const reading = this.access.reading(actor);
    const after = decodeCursor(cursor, reportPosition);
    const db = this.database.pool(actor.subdistrictId);
    const rows = await this.reports.list(db, reading, filter, { after, limit });
    const page = pageOf(rows, limit, ({ requested_at, id }) => ({ at: requested_at.toISOString(), id }));
    return { ...page, items: page.items.map((row) => this.view(caller, row)) };
  }

  async one(caller: Caller, id: string): Promise<Report> {
    return this.view(caller, await this.get(caller.actor, id));
  }

  /** @throws ProblemError notFound, roleNotAllowed; reportUnfinished; reportEmpty; reportFailed */
  async open(actor: Actor, id: string): Promise<{ row: ReportRow; bytes: Readable }> {
    const row = await this.get(actor, id);
    this.access.export(actor);
    return { row, bytes: await this.files.open(keyOf(row)) };
  }

  /** @throws ProblemError notFound; reportUnfinished; reportEmpty; reportFailed; reportLong */
  async text(actor: Actor, id: string): Promise<ReportText> {
    const row = await this.get(actor, id);
    keyOf(row);
    const content = await this.reports.content(this.database.pool(actor.subdistrictId), id);
    if (!content) throw new ProblemError('reportLong', { state: row.state });
    return textView(content);
  }

  /**
   * Shows it to those who read what was released; somebody else than who had it made decides.
   * @throws ProblemError notFound, roleNotAllowed, separationOfDuties; reportUnfinished, reportEmpty, reportFailed
   */
  async release(caller: Caller, id: string): Promise<Report> {
    const { actor } = caller;
    const row = await this.get(actor, id);
    this.access.release(actor, row);
    keyOf(row);
    const db = this.database.pool(actor.subdistrictId);
    await this.reports.release(db, id, actor.userId, new Date(this.clock.now()));
    return this.one(caller, id);
  }

  private view({ actor, locale }: Caller, row: ReportRow): Report {
    return reportView(row, this.access.actions(actor, row, locale));
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
function sameReport(row: ReportRow, asked: RequestReport): ReportRow {
  const { kind, format, from_day, to_day, whistle_number } = row;
  const before = [kind, format, from_day, to_day, whistle_number ?? undefined];
  const now = [asked.kind, asked.format, asked.from, asked.to, asked.whistleNumber];
  if (before.some((part, index) => part !== now[index])) throw new ProblemError('idempotencyKeyReused');
  return row;
}

/** Where its file lies. @throws ProblemError reportUnfinished; reportEmpty; reportFailed */
function keyOf({ state, file_key: key }: ReportRow): string {
  if (state === 'failed') throw new ProblemError('reportFailed', { state });
  if (state !== 'done') throw new ProblemError('reportUnfinished', { state });
  if (key === null) throw new ProblemError('reportEmpty', { state });
  return key;
}
