import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { listFilters } from '@hsl/contracts/schemas/lists';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DepartmentBook } from '../directory/department-book.js';
import type { Prisma } from '../generated/prisma/client.js';
import { scopesOf, scopeWhere } from '../scope-where.js';
import type { Named } from './list-lines.js';
import { ListsRepository, type ListPosition, type ListRow } from './lists.repository.js';

export type ListQuery = PageQuery & z.output<z.ZodObject<typeof listFilters>>;

const position = z.strictObject({ dispatchedAt: z.iso.datetime(), id: z.uuid() });
/** A table is the whole list in pages of this size. */
const TABLE_PAGE = 200;
/** More open matters than a subdistrict has; what is beyond is asked for per unit. */
const MOST_LINES = 20_000;

/** One of the three lists: which open tasks it takes, and how a line of it reads. */
export interface ListKind<Line> {
  where: Prisma.DepartmentTaskWhereInput;
  lineOf: (row: ListRow, named: Named) => Line | undefined;
}

/** Problems, measures, responsibilities of whom the caller may print them for (S54); computed, never kept. */
@Injectable()
export class ListsService {
  constructor(
    private readonly access: AccessService,
    private readonly lists: ListsRepository,
    private readonly book: DepartmentBook,
  ) {}

  /** @throws ProblemError roleNotAllowed, validationFailed for a cursor of another list */
  async page<Line>(actor: Actor, kind: ListKind<Line>, query: ListQuery): Promise<Page<Line>> {
    const after = decodeCursor(query.cursor, position);
    const where = this.whereOf(actor, kind, query);
    const rows = await this.lists.open(actor.subdistrictId, where, query.limit, after);
    const page = pageOf(rows, query.limit, positionOf);
    return { ...page, items: this.linesOf(page.items, kind, await this.namesOf(actor)) };
  }

  /** The whole list, from the cursor on. @throws ProblemError as `page` */
  async *all<Line>(actor: Actor, kind: ListKind<Line>, query: ListQuery): AsyncGenerator<Line> {
    const where = this.whereOf(actor, kind, query);
    const named = await this.namesOf(actor);
    let after = decodeCursor(query.cursor, position);
    for (let told = 0; told < MOST_LINES; told += TABLE_PAGE) {
      const rows = await this.lists.open(actor.subdistrictId, where, TABLE_PAGE, after);
      const page = rows.slice(0, TABLE_PAGE);
      yield* this.linesOf(page, kind, named);
      const last = page.at(-1);
      if (rows.length <= TABLE_PAGE || !last) return;
      after = positionOf(last);
    }
  }

  private linesOf<Line>(rows: readonly ListRow[], { lineOf }: ListKind<Line>, named: Named): Line[] {
    return rows.map((row) => lineOf(row, named)).filter((line) => line !== undefined);
  }

  private whereOf(
    actor: Actor,
    { where }: ListKind<unknown>,
    { departmentId, communityId }: ListQuery,
  ): Prisma.DepartmentTaskWhereInput {
    const within = scopeWhere(scopesOf(this.access, actor, 'list.print'), actor);
    return { AND: [within, { departmentId, communityId }, where] };
  }

  private async namesOf({ subdistrictId }: Actor): Promise<Named> {
    const [names, department] = await Promise.all([this.lists.names(subdistrictId), this.book.of(subdistrictId)]);
    return { ...names, department };
  }
}

const positionOf = ({ dispatchedAt, id }: ListRow): ListPosition => ({ dispatchedAt: dispatchedAt.toISOString(), id });
