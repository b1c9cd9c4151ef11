import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import type { Expert } from '../generated/prisma/client.js';

export interface ExpertSelection {
  field?: string;
  /** Id of the last expert shown. */
  after?: string;
  limit: number;
}

@Injectable()
export class ExpertsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  /** By id; one row more than `limit`. */
  async list(subdistrictId: string, { field, after, limit }: ExpertSelection): Promise<Expert[]> {
    return this.database.forTenant(subdistrictId).expert.findMany({
      where: { subdistrictId, active: true, field, ...(after === undefined ? {} : { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: limit + 1,
    });
  }
}
