import type { AreaPosting } from '@hsl/contracts/schemas/areas';
import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import type { AreaProposal } from '../generated/prisma/client.js';

export interface PostingSelection {
  memberId?: string;
  communityId?: string;
  /** Valid on this day. */
  on?: string;
  after?: PostingPlace;
  limit: number;
}

/** Place in the list of postings. */
export interface PostingPlace {
  communityId: string;
  memberId: string;
  firstDay: string;
}

const POSTINGS = `SELECT a.member_id AS "memberId", m.name AS "memberName", a.community_id AS "communityId",
    to_char(a.first_day, 'YYYY-MM-DD') AS "firstDay", to_char(a.last_day, 'YYYY-MM-DD') AS "lastDay"
  FROM area_assignment a JOIN member m ON m.id = a.member_id
  WHERE a.subdistrict_id = $1 AND ($2::text IS NULL OR a.member_id = $2) AND ($3::text IS NULL OR a.community_id = $3)
    AND ($4::date IS NULL OR daterange(a.first_day, a.last_day, '[]') @> $4::date)
    AND ($5::text IS NULL OR (a.community_id, a.member_id, a.first_day) > ($5, $6::text, $7::date))
  ORDER BY a.community_id, a.member_id, a.first_day LIMIT $8`;

type PostingRow = Omit<AreaPosting, 'lastDay'> & { lastDay: string | null };

@Injectable()
export class AreasRepository {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  /** By community, member and first day; one row more than `limit`. */
  async postings(subdistrictId: string, selection: PostingSelection): Promise<AreaPosting[]> {
    const { memberId, communityId, on, after, limit } = selection;
    const rows = await this.database.query<PostingRow>(subdistrictId, POSTINGS, [
      ...[subdistrictId, memberId, communityId, on],
      ...[after?.communityId, after?.memberId, after?.firstDay, limit + 1],
    ]);
    return rows.map(({ lastDay, ...row }) => ({ ...row, ...(lastDay === null ? {} : { lastDay }) }));
  }

  /** Newest first; one row more than `limit`. */
  async proposals(
    subdistrictId: string,
    { state, after, limit }: { state?: string; after?: { at: string; id: string }; limit: number },
  ): Promise<AreaProposal[]> {
    const later = beyond('proposedAt', after && { proposedAt: after.at, id: after.id });
    return this.database.forTenant(subdistrictId).areaProposal.findMany({
      where: { subdistrictId, state, ...later },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  async find(subdistrictId: string, id: string): Promise<AreaProposal | null> {
    return this.database.forTenant(subdistrictId).areaProposal.findFirst({ where: { id, subdistrictId } });
  }

  /** Whether the tenant has an active member and a community of these ids. */
  async known(subdistrictId: string, memberId: string, communityId: string): Promise<[boolean, boolean]> {
    const client = this.database.forTenant(subdistrictId);
    const [members, communities] = await Promise.all([
      client.member.count({ where: { id: memberId, subdistrictId, active: true } }),
      client.knownCommunity.count({ where: { id: communityId, subdistrictId } }),
    ]);
    return [members > 0, communities > 0];
  }
}
