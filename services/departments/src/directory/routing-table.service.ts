import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { RoutingSuggestion } from '@hsl/contracts/schemas/departments';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { RoutingRow } from '../generated/prisma/client.js';
import { DepartmentBook } from './department-book.js';
import { DepartmentLoad } from './department-load.js';

const position = z.strictObject({ categoryCode: z.string().max(40) });

/** The routing table (派单目录, S37, domain 2.2): which unit leads for a category, which support, and why. */
@Injectable()
export class RoutingTableService {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly access: AccessService,
    private readonly book: DepartmentBook,
    private readonly load: DepartmentLoad,
  ) {}

  /**
   * The suggestions for one category, or all of them by code.
   * @throws ProblemError roleNotAllowed; unknownCategory for a code neither the table nor the categories know
   */
  async suggestions(
    actor: Actor,
    { limit, cursor, categoryCode }: PageQuery & { categoryCode?: string },
    locale: Locale,
  ): Promise<Page<RoutingSuggestion>> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'routingTable.read', { subdistrictId, subdistrictWide: true });
    const after = decodeCursor(cursor, position);
    const rows = await this.database.forTenant(subdistrictId).routingRow.findMany({
      where: { AND: [categoryCode ? { categoryCode } : {}, after ? { categoryCode: { gt: after.categoryCode } } : {}] },
      orderBy: { categoryCode: 'asc' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => ({ categoryCode: row.categoryCode }));
    const names = await this.categoryNames(subdistrictId);
    if (categoryCode !== undefined && rows.length === 0 && !names.has(categoryCode) && !after) {
      throw new ProblemError('unknownCategory');
    }
    return { ...page, items: await this.inWords(actor, page.items, names, locale) };
  }

  private async inWords(
    actor: Actor,
    rows: readonly RoutingRow[],
    names: ReadonlyMap<string, string>,
    locale: Locale,
  ): Promise<RoutingSuggestion[]> {
    const ids = rows.flatMap((row) => [row.leadDepartmentId, ...row.supportingDepartmentIds]);
    const [named, openTasks] = await Promise.all([
      this.book.of(actor.subdistrictId),
      this.load.openTasks(actor, [...new Set(ids)]),
    ]);
    const routed = (id: string) => ({ ...named(id), openTasks: openTasks(id) });
    return rows.map(
      ({ categoryCode, leadDepartmentId, supportingDepartmentIds, reason, reasonEn, precedentOf, version }) => ({
        categoryCode,
        categoryName: names.get(categoryCode),
        lead: routed(leadDepartmentId),
        supporting: supportingDepartmentIds.map(routed),
        reason: locale === 'en' ? reasonEn : reason,
        precedentOf: precedentOf ?? undefined,
        version,
      }),
    );
  }

  private async categoryNames(subdistrictId: string): Promise<Map<string, string>> {
    const rows = await this.database.forTenant(subdistrictId).knownCategory.findMany({ take: 500 });
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}
