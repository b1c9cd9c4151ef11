import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { DepartmentRatings } from '@hsl/contracts/schemas/task-ratings';
import { SMALL_SAMPLE } from '@hsl/contracts/small-sample';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopesOf } from '../scope-where.js';
import { DepartmentRatingsRepository } from './department-ratings.repository.js';

export interface RatingsQuery extends PageQuery {
  departmentId?: string;
}

const position = z.strictObject({ departmentId: z.string().max(40) });

/** Average, number and the latest of what communities said of each department (D9, I21). */
@Injectable()
export class DepartmentRatingsService {
  constructor(
    private readonly ratings: DepartmentRatingsRepository,
    private readonly access: AccessService,
  ) {}

  /** @throws ProblemError roleNotAllowed, validationFailed for a cursor of another list */
  async list(actor: Actor, { departmentId, limit, cursor }: RatingsQuery): Promise<Page<DepartmentRatings>> {
    const scopes = scopesOf(this.access, actor, 'rating.read');
    const after = decodeCursor(cursor, position)?.departmentId;
    const rows = await this.ratings.page(actor.subdistrictId, scopes, { departmentId, after, limit });
    // Only the office, whose scope is the whole subdistrict, may know in which role somebody rated.
    const hidesRater = scopes.every(({ views }) => views.includes('withoutRater'));
    const page = pageOf(rows, limit, (row) => ({ departmentId: row.departmentId }));
    return {
      ...page,
      items: page.items.map((row) => ({
        ...row,
        smallSample: row.n < SMALL_SAMPLE,
        latest: row.latest.map(({ role, ratedAt, ...rest }) => ({
          ...rest,
          ...(hidesRater ? {} : { role }),
          ratedAt: new Date(ratedAt).toISOString(),
        })),
      })),
    };
  }
}
