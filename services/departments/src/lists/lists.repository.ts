import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { OVER } from '../tasks/task-rights.js';

/** Open obstacles of one task: a bound against a mistake. */
const MOST_BLOCKERS = 50;
const PARTS = {
  blockers: { where: { state: 'OPEN' }, orderBy: { recordedAt: 'asc' }, take: MOST_BLOCKERS },
  brief: true,
} as const satisfies Prisma.DepartmentTaskInclude;

export type ListRow = Prisma.DepartmentTaskGetPayload<{ include: typeof PARTS }>;
export interface ListPosition {
  dispatchedAt: string;
  id: string;
}

/** Categories and communities of a subdistrict, and what they are called. */
export interface Names {
  category: Map<string, string>;
  community: Map<string, string>;
  handler: Map<string, string>;
}
/** Far above what a subdistrict has. */
const MOST_NAMES = 2_000;

/** Open tasks with what the three lists say of them. */
@Injectable()
export class ListsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /** One row more than the limit, latest dispatched first. */
  open(
    subdistrictId: string,
    where: Prisma.DepartmentTaskWhereInput,
    limit: number,
    after: ListPosition | undefined,
  ): Promise<ListRow[]> {
    return this.database.forTenant(subdistrictId).departmentTask.findMany({
      where: { subdistrictId, AND: [{ state: { notIn: [...OVER] } }, where, beyond('dispatchedAt', after)] },
      include: PARTS,
      orderBy: [{ dispatchedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  async names(subdistrictId: string): Promise<Names> {
    const prisma = this.database.forTenant(subdistrictId);
    const [categories, communities, handlers] = await Promise.all([
      prisma.knownCategory.findMany({ take: MOST_NAMES }),
      prisma.knownCommunity.findMany({ take: MOST_NAMES }),
      prisma.handler.findMany({ take: MOST_NAMES }),
    ]);
    return {
      category: new Map(categories.map(({ code, name }) => [code, name])),
      community: new Map(communities.map(({ id, name }) => [id, name])),
      handler: new Map(handlers.map(({ id, name }) => [id, name])),
    };
  }
}
