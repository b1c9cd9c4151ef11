import { modelColumns, queryRows } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import { Prisma, type KnownCategory, type KnownCommunity, type KnownWhistle } from '../generated/prisma/client.js';

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

const COMMUNITIES = `SELECT ${modelColumns(Prisma.KnownCommunityScalarFieldEnum, 'c')} FROM known_community c
  WHERE c.subdistrict_id = $1 AND c.id = ANY($2::text[])`;
const CATEGORIES = `SELECT ${modelColumns(Prisma.KnownCategoryScalarFieldEnum, 'c')} FROM known_category c
  WHERE c.subdistrict_id = $1 AND c.code = ANY($2::text[])`;
const WHISTLES = `SELECT ${modelColumns(Prisma.KnownWhistleScalarFieldEnum, 'w')} FROM known_whistle w
  WHERE w.subdistrict_id = $1 AND w.id = ANY($2::uuid[])`;

/** Copies of what other services own, kept from their events: possibly late, never in the way. */
@Injectable()
export class KnownRepository {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  async of(subdistrictId: string, rows: readonly Place[]): Promise<Known> {
    const pool = this.database.pool(subdistrictId);
    const [communities, categories, whistles] = await Promise.all([
      queryRows<KnownCommunity>(pool, COMMUNITIES, [subdistrictId, rows.map((row) => row.communityId)]),
      queryRows<KnownCategory>(pool, CATEGORIES, [subdistrictId, rows.map((row) => row.categoryCode)]),
      queryRows<KnownWhistle>(pool, WHISTLES, [subdistrictId, rows.map((row) => row.whistleId)]),
    ]);
    return {
      communities: new Map(communities.map(({ id, name }) => [id, name])),
      categories: new Map(categories.map(({ code, name }) => [code, name])),
      departments: new Map(whistles.map(({ id, departmentIds }) => [id, departmentIds])),
    };
  }
}
