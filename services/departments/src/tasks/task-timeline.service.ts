import type { Actor } from '@hsl/access/actor';
import type { TaskTimelineEntry } from '@hsl/contracts/schemas/department-tasks';
import { toldOf } from '@hsl/files/original-look';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { TimelineEntry as Row } from '../generated/prisma/client.js';
import { TaskReader } from './task-reader.js';
import { timelineText } from './timeline-text.js';

const position = z.strictObject({ after: z.string().regex(/^\d{1,18}$/) });

/** What happened to a task, oldest first (S56). */
@Injectable()
export class TaskTimelineService {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly reader: TaskReader,
  ) {}

  /** @throws ProblemError as TaskReader.get does, validationFailed for a cursor of another list */
  async timeline(actor: Actor, id: string, query: PageQuery, locale: Locale): Promise<Page<TaskTimelineEntry>> {
    const from = decodeCursor(query.cursor, position);
    const { task } = await this.reader.get(actor, id, () => 'departmentTask.read');
    const rows = await this.database.forTenant(actor.subdistrictId).timelineEntry.findMany({
      where: { aggregateId: task.id, ...(from ? { position: { gt: BigInt(from.after) } } : {}) },
      orderBy: { position: 'asc' },
      take: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, (row) => ({ after: String(row.position) }));
    return { ...page, items: page.items.map((row) => entryOf(row, locale)) };
  }
}

function entryOf(row: Row, locale: Locale): TaskTimelineEntry {
  const { at, kind, version, actorId, actorRole } = row;
  const details = row.details as Record<string, unknown>;
  return {
    ...{ at: at.toISOString(), kind, version },
    fromState: (row.fromState ?? undefined) as TaskTimelineEntry['fromState'],
    toState: (row.toState ?? undefined) as TaskTimelineEntry['toState'],
    ...(actorId !== null && actorRole !== null ? { actor: { id: actorId, role: actorRole } } : {}),
    details: toldOf({ kind, details }) as Record<string, unknown>,
    text: timelineText(kind, details, locale),
  };
}
