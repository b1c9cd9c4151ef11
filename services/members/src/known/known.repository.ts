import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';

interface Place {
  whistleId: string;
  communityId: string;
  categoryCode: string;
}

/** What is known of the places, categories and whistles of some rows; what has not arrived yet is left out. */
export interface Known {
  /** Names by id. */
  communities: ReadonlyMap<string, string>;
  /** Names by code. */
  categories: ReadonlyMap<string, string>;
  /** Departments with a task, by whistle. */
  departments: ReadonlyMap<string, string[]>;
}

/** Copies of what other services own, kept from their events: possibly late, never in the way. */
@Injectable()
export class KnownRepository {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  async of(subdistrictId: string, rows: readonly Place[]): Promise<Known> {
    const client = this.database.forTenant(subdistrictId);
    const [communities, categories, whistles] = await Promise.all([
      client.knownCommunity.findMany({ where: { subdistrictId, id: { in: rows.map((row) => row.communityId) } } }),
      client.knownCategory.findMany({ where: { subdistrictId, code: { in: rows.map((row) => row.categoryCode) } } }),
      client.knownWhistle.findMany({ where: { subdistrictId, id: { in: rows.map((row) => row.whistleId) } } }),
    ]);
    return {
      communities: new Map(communities.map(({ id, name }) => [id, name])),
      categories: new Map(categories.map(({ code, name }) => [code, name])),
      departments: new Map(whistles.map(({ id, departmentIds }) => [id, departmentIds])),
    };
  }
}
