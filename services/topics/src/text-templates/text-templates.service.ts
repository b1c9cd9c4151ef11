import { randomUUID } from 'node:crypto';
import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import {
  MOST_TEMPLATES,
  type AddTemplate,
  type ChangeTemplate,
  type TextTemplate as Answer,
  type TextTemplateList,
} from '@hsl/contracts/schemas/text-templates';
import { type TemplateUse } from '@hsl/contracts/template-uses';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { CategoriesRepository } from '../categories/categories.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import {
  COLUMNS,
  countLocked,
  isTitleTaken,
  lockTemplate,
  put,
  type TemplateRow,
  type Writer,
} from './template-writing.js';

const LIST = `SELECT ${COLUMNS} FROM text_template
  WHERE subdistrict_id = $1 AND (active OR $2) AND ($3::text IS NULL OR use = $3)
  ORDER BY use, title LIMIT ${MOST_TEMPLATES}`;
/** Those who keep what is decided by category keep what is said of it: administrator and liaison officer. */
const CHANGE = 'routingTable.propose';

/** Texts that people begin with (portal A3): read by all staff, changed by administrators and liaison officers. */
@Injectable()
export class TextTemplates {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly categories: CategoriesRepository,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, use: TemplateUse | undefined): Promise<TextTemplateList> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'category.read', { subdistrictId, subdistrictWide: true });
    const mayChange = this.access.scopes(actor, CHANGE).length > 0;
    const rows = await this.database.query<TemplateRow>(subdistrictId, LIST, [subdistrictId, mayChange, use ?? null]);
    return { items: rows.map(viewOf), mayChange };
  }

  /** @throws ProblemError roleNotAllowed, unknownCategory, templateExists, tooManyTemplates */
  async add(actor: Actor, { categoryCode = null, ...body }: AddTemplate): Promise<Answer> {
    const { subdistrictId } = actor;
    const by = this.writer(actor);
    const row = { ...body, id: randomUUID(), subdistrictId, categoryCode, active: true, version: 1 };
    await this.checkCategory(row);
    await this.database.transaction(subdistrictId, async (client) => {
      if ((await countLocked(client, subdistrictId)) >= MOST_TEMPLATES) throw new ProblemError('tooManyTemplates');
      if (await isTitleTaken(client, row)) throw new ProblemError('templateExists');
      await put(client, row, undefined, by);
    });
    return viewOf(row);
  }

  /** @throws ProblemError roleNotAllowed, notFound, preconditionFailed, unchanged, unknownCategory, templateExists */
  async change(actor: Actor, id: string, body: ChangeTemplate, seen: number | undefined): Promise<Answer> {
    const { subdistrictId } = actor;
    const by = this.writer(actor);
    return this.database.transaction(subdistrictId, async (client) => {
      const before = await lockTemplate(client, subdistrictId, id);
      if (!before) throw new ProblemError('notFound');
      if (seen !== undefined && seen !== before.version) throw new ProblemError('preconditionFailed');
      const categoryCode = body.categoryCode === undefined ? before.categoryCode : body.categoryCode;
      const wanted = { ...before, ...body, categoryCode };
      if (JSON.stringify(wanted) === JSON.stringify(before)) throw new ProblemError('unchanged');
      const row = { ...wanted, version: before.version + 1 };
      await this.checkCategory(row);
      await countLocked(client, subdistrictId);
      if (await isTitleTaken(client, row)) throw new ProblemError('templateExists');
      await put(client, row, before, by);
      return viewOf(row);
    });
  }

  private writer(actor: Actor): Writer {
    const target = { subdistrictId: actor.subdistrictId, subdistrictWide: true };
    const { role } = this.access.authorize(actor, CHANGE, target);
    return { userId: actor.userId, role, at: new Date(this.clock.now()) };
  }

  private async checkCategory({ subdistrictId, categoryCode }: TemplateRow): Promise<void> {
    if (categoryCode !== null && !(await this.categories.isActive(subdistrictId, categoryCode)))
      throw new ProblemError('unknownCategory');
  }
}

const viewOf = ({ id, use, title, text, categoryCode, active, version }: TemplateRow): Answer => ({
  ...{ id, use: use as TemplateUse, title, text, active, version },
  ...(categoryCode === null ? {} : { categoryCode }),
});
