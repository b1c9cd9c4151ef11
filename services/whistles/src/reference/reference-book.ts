import type { Grade } from '@hsl/contracts/grades';
import type { Route } from '@hsl/contracts/whistle-progress';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** What other owners told this service about their data, as far as a whistle must name it. */
export interface KnownCategory {
  defaultGrade: Grade;
}

export interface References {
  communities: ReadonlySet<string>;
  /** Estate id to the id of its community. */
  estates: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, KnownCategory>;
  topics: ReadonlySet<string>;
  departments: ReadonlySet<string>;
  /** Department id to its name, closed ones included; one heard of without a name is missing. */
  departmentNames: ReadonlyMap<string, string>;
  /** Category code to the units of the routing table. */
  routes: ReadonlyMap<string, Route>;
}

const FRESH_MS = 5_000;

/**
 * The names a whistle may use, per tenant, kept in memory for a few seconds: taking a whistle must cost one statement.
 * Another replica's change is therefore seen a few seconds later.
 */
@Injectable()
export class ReferenceBook {
  private readonly pages = new Map<string, { readAt: number; references: Promise<References> }>();

  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly clock: Clock,
  ) {}

  of(subdistrictId: string): Promise<References> {
    const page = this.pages.get(subdistrictId);
    const now = this.clock.now();
    if (page && now - page.readAt < FRESH_MS) return page.references;
    const references = this.read(subdistrictId);
    this.pages.set(subdistrictId, { readAt: now, references });
    // A failed read is not remembered: the next request asks again.
    references.catch(() => this.pages.delete(subdistrictId));
    return references;
  }

  /** After a change in this process. */
  forget(subdistrictId: string): void {
    this.pages.delete(subdistrictId);
  }

  private async read(subdistrictId: string): Promise<References> {
    const prisma = this.database.forTenant(subdistrictId);
    const [communities, estates, all] = await Promise.all([
      prisma.community.findMany({ select: { id: true } }),
      prisma.estate.findMany({ select: { id: true, communityId: true } }),
      prisma.knownReference.findMany(),
    ]);
    const known = all.filter(({ active }) => active);
    const ids = (kind: string) => new Set(known.filter((one) => one.kind === kind).map((one) => one.id));
    return {
      communities: new Set(communities.map(({ id }) => id)),
      estates: new Map(estates.map(({ id, communityId }) => [id, communityId])),
      categories: new Map(
        known
          .filter((one) => one.kind === 'category')
          .map((one) => [one.id, { defaultGrade: (one.facts as { defaultGrade?: Grade }).defaultGrade ?? 'G3' }]),
      ),
      topics: ids('topic'),
      departments: ids('department'),
      departmentNames: namesOf(all),
      routes: new Map(
        known.filter((one) => one.kind === 'route').map((one) => [one.id, one.facts as unknown as Route]),
      ),
    };
  }
}

const namesOf = (known: readonly { kind: string; id: string; facts: unknown }[]): Map<string, string> =>
  new Map(
    known.flatMap(({ kind, id, facts }) => {
      const { name } = facts as { name?: string };
      return kind === 'department' && name !== undefined ? [[id, name]] : [];
    }),
  );
