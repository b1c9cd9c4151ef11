import type { ScopeFilter } from '@hsl/access/target';
import type { WhistleQuery } from '@hsl/contracts/schemas/whistles';
import { ENDED_WHISTLE_STATES, OPEN_WHISTLE_STATES } from '@hsl/contracts/states';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { Prisma, Whistle } from '../generated/prisma/client.js';
import { holdsText, mattersThatMayHold } from './text-search.js';
import {
  findMatter,
  findMatters,
  WHISTLE_BY_ID,
  WHISTLE_BY_NUMBER,
  WHISTLES_BY_IDS,
  type WhistleRow,
} from './whistle-row.js';

export type { WhistleRow };

export interface ListPosition {
  blownAt: string;
  id: string;
}

/** A line of a matter's history: two may have the same instant. */
export const timelinePosition = z.strictObject({ at: z.iso.datetime(), position: z.string().regex(/^\d{1,18}$/) });
export type TimelinePosition = z.output<typeof timelinePosition>;

/** States a matter comes to, again and again. */
const MOST_REACHED = 500;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A matter and those that were merged into it: it answers for all their residents (domain 4.5 duplicate). */
export const mattersOf = ({ id, progress }: { id: string; progress: unknown }): string[] => [
  id,
  ...((progress as Partial<WhistleProgress>).absorbedIds ?? []),
];

/** Reads whistles as a tenant; who may see which is in the `where` that the scopes make. */
@Injectable()
export class WhistleRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** @param idOrNumber the uuid, or the number people know it by */
  async find(subdistrictId: string, idOrNumber: string): Promise<WhistleRow | undefined> {
    const text = UUID.test(idOrNumber) ? WHISTLE_BY_ID : WHISTLE_BY_NUMBER;
    return findMatter(this.database.pool(subdistrictId), text, [idOrNumber, subdistrictId]);
  }

  /** Those of one page of a list, in no order. */
  findAll(subdistrictId: string, ids: readonly string[]): Promise<WhistleRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return findMatters(this.database.pool(subdistrictId), WHISTLES_BY_IDS, [[...ids], subdistrictId]);
  }

  /** One row more than the limit, so that the caller knows whether there is a next page. Newest first. */
  async list(subdistrictId: string, scopes: ScopeFilter[], query: WhistleQuery, now: Date, after?: ListPosition) {
    if (scopes.length === 0) return [];
    const within: Prisma.WhistleWhereInput[] = [{ OR: scopes.map(whistleWhere) }, filterOf(query, now)];
    const { q, limit } = query;
    if (q === undefined) return this.newest(subdistrictId, within, limit + 1, after);
    within.push(await mattersThatMayHold(this.database.pool(subdistrictId), subdistrictId, q));
    const found: Whistle[] = [];
    for (let from = after, isLast = false; found.length <= limit && !isLast;) {
      const rows = await this.newest(subdistrictId, within, limit + 1, from);
      found.push(...rows.filter((row) => holdsText(row, q)));
      from = rows.map(({ blownAt, id }) => ({ blownAt: blownAt.toISOString(), id })).at(-1);
      isLast = rows.length <= limit;
    }
    return found.slice(0, limit + 1);
  }

  private newest(subdistrictId: string, within: Prisma.WhistleWhereInput[], take: number, after?: ListPosition) {
    return this.database.forTenant(subdistrictId).whistle.findMany({
      where: { subdistrictId, AND: [...within, beyond('blownAt', after)] },
      orderBy: [{ blownAt: 'desc' }, { id: 'desc' }],
      take,
    });
  }

  /** What is not given stays as it was (S82). */
  async correctReach(
    { id, subdistrictId }: Pick<WhistleRow, 'id' | 'subdistrictId'>,
    { beneficiaryCount, backlogSince }: { beneficiaryCount?: number; backlogSince?: string },
  ): Promise<void> {
    if (beneficiaryCount === undefined && backlogSince === undefined) return;
    const data = { beneficiaryCount, backlogSince: backlogSince === undefined ? undefined : new Date(backlogSince) };
    await this.database.forTenant(subdistrictId).whistle.update({ where: { id }, data });
  }

  /** Oldest first, one more than the limit. */
  timeline(subdistrictId: string, id: string, limit: number, after?: TimelinePosition) {
    const later = after && { OR: [{ at: { gt: after.at } }, { position: { gt: BigInt(after.position) } }] };
    return this.database.forTenant(subdistrictId).timelineEntry.findMany({
      where: { aggregateId: id, ...(after ? { at: { gte: after.at }, ...later } : {}) },
      orderBy: [{ at: 'asc' }, { position: 'asc' }],
      take: limit + 1,
    });
  }

  /** Which states it came to and when, oldest first. */
  async reached(subdistrictId: string, id: string): Promise<{ toState: string; at: Date }[]> {
    const rows = await this.database.forTenant(subdistrictId).timelineEntry.findMany({
      where: { aggregateId: id, toState: { not: null } },
      orderBy: [{ at: 'asc' }, { position: 'asc' }],
      select: { toState: true, at: true },
      take: MOST_REACHED,
    });
    return rows.flatMap(({ toState, at }) => (toState === null ? [] : [{ toState, at }]));
  }
}

export type WhistleListRow = Awaited<ReturnType<WhistleRepository['list']>>[number];

/** A scope as a condition; one that names nothing this table knows matches nothing. */
export function whistleWhere(scope: ScopeFilter): Prisma.WhistleWhereInput {
  const { subdistrictId, communityIds, departmentIds, memberIds, userId } = scope;
  const parts: Prisma.WhistleWhereInput[] = [];
  if (subdistrictId) parts.push({ subdistrictId });
  if (communityIds) parts.push({ communityId: { in: communityIds } });
  if (departmentIds) parts.push({ departmentIds: { hasSome: departmentIds } });
  if (memberIds) parts.push({ memberIds: { hasSome: memberIds } });
  if (userId) parts.push({ OR: [{ blownBy: userId }, { blownByKey: userId }] });
  return parts.length > 0 ? { AND: parts } : { id: { in: [] } };
}

function filterOf(
  { state, open, community, estate, grade, category, overdue, ids }: WhistleQuery,
  now: Date,
): Prisma.WhistleWhereInput {
  const named = ids
    ?.split(',')
    .map((text) => text.trim())
    .slice(0, 100);
  const isLate: Prisma.WhistleWhereInput = { dueAt: { lt: now } };
  return {
    ...(state ? { state } : {}),
    AND: open ? [open === 'true' ? OPEN : ENDED] : [],
    ...(community ? { communityId: community } : {}),
    ...(estate ? { estateId: estate } : {}),
    ...(grade ? { grade } : {}),
    ...(category ? { categoryCode: category } : {}),
    ...(overdue === 'true' ? isLate : overdue === 'false' ? { NOT: isLate } : {}),
    ...(named ? { OR: [{ id: { in: named.filter((text) => UUID.test(text)) } }, { number: { in: named } }] } : {}),
  };
}

/** Said as states one is in, never as those one is not in: the index of open matters is found by it. */
const OPEN: Prisma.WhistleWhereInput = { state: { in: [...OPEN_WHISTLE_STATES] } };
const ENDED: Prisma.WhistleWhereInput = { state: { in: [...ENDED_WHISTLE_STATES] } };
