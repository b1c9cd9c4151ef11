import type { ScopeFilter } from '@hsl/access/target';
import { beyond } from '@hsl/database/list-position';
import { modelColumns, queryRows, withDates } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import { Prisma } from '../generated/prisma/client.js';

const CONTENT = {
  member: { select: { id: true, name: true, sector: true, isFictional: true } },
  content: true,
} as const;

export type CheckInRow = Prisma.CheckInGetPayload<{ include: typeof CONTENT }>;

/** Where the list goes on: the sort key of the last row shown. */
export interface CheckInKey {
  requestedAt: string;
  id: string;
}

export interface CheckInSelection {
  scopes: readonly ScopeFilter[];
  /** Only these members' check-ins. */
  memberIds?: string[];
  communityId?: string;
  state?: string;
  whistleId?: string;
  after?: CheckInKey;
  limit: number;
}

/** Read at each answer, so without Prisma; the parts arrive as JSON. */
const ROWS = `SELECT ${modelColumns(Prisma.CheckInScalarFieldEnum, 'c')},
    (SELECT to_json(m) FROM (SELECT id, name, sector, is_fictional AS "isFictional" FROM member
      WHERE id = c.member_id) m) AS member,
    (SELECT to_json(a) FROM (SELECT ${modelColumns(Prisma.AnswerContentScalarFieldEnum, 'n')} FROM answer_content n
      WHERE n.id = c.content_id) a) AS content
  FROM check_in c`;
const CHECK_IN = `${ROWS} WHERE c.id = $1 AND c.subdistrict_id = $2`;
const OTHERS = `${ROWS} WHERE c.whistle_id = $1 AND c.subdistrict_id = $2 AND c.id <> $3
  ORDER BY c.requested_at, c.id LIMIT 50`;

const withContentDates = (row: CheckInRow): CheckInRow => ({
  ...row,
  content: row.content && withDates([row.content], ['comingOn', 'createdAt'])[0]!,
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class CheckInsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  /** @param id may be any text; one that is no uuid names nothing */
  async find(subdistrictId: string, id: string): Promise<CheckInRow | null> {
    if (!UUID.test(id)) return null;
    const rows = await queryRows<CheckInRow>(this.database.pool(subdistrictId), CHECK_IN, [id, subdistrictId]);
    return rows.map(withContentDates)[0] ?? null;
  }

  /** Newest first; one row more than `limit`, by which the caller knows that there is another page. */
  async list(subdistrictId: string, selection: CheckInSelection): Promise<CheckInRow[]> {
    if (selection.scopes.length === 0) return [];
    return this.database.forTenant(subdistrictId).checkIn.findMany({
      where: { subdistrictId, AND: conditionsOf(selection) },
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      take: selection.limit + 1,
      include: CONTENT,
    });
  }

  /** Who else was asked for the same whistle, in the order of asking. */
  async others({ subdistrictId, whistleId, id }: CheckInRow): Promise<CheckInRow[]> {
    const pool = this.database.pool(subdistrictId);
    return (await queryRows<CheckInRow>(pool, OTHERS, [whistleId, subdistrictId, id])).map(withContentDates);
  }
}

function conditionsOf({
  scopes,
  memberIds,
  communityId,
  state,
  whistleId,
  after,
}: CheckInSelection): Prisma.CheckInWhereInput[] {
  const filters: Prisma.CheckInWhereInput[] = [{ OR: scopes.map(within) }, { communityId, state, whistleId }];
  if (memberIds) filters.push({ memberId: { in: memberIds } });
  filters.push(beyond('requestedAt', after));
  return filters;
}

/** Rows that fulfil all a scope asks; a scope by user id alone reaches none, since check-ins are asked of members. */
function within({
  subdistrictId,
  communityIds,
  departmentIds,
  memberIds,
  userId,
}: ScopeFilter): Prisma.CheckInWhereInput {
  const nobody = departmentIds !== undefined || (userId !== undefined && memberIds === undefined);
  return {
    subdistrictId,
    ...(communityIds ? { communityId: { in: communityIds } } : {}),
    ...(memberIds ? { memberId: { in: memberIds } } : {}),
    ...(nobody ? { id: { in: [] } } : {}),
  };
}
