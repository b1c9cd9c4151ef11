import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { PublicMembers } from '@hsl/contracts/schemas/public-reading';
import { memberFilters, type MemberCard } from '@hsl/contracts/schemas/members';
import type { SkillCode } from '@hsl/contracts/skills';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, pageQuerySchema, type Page } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { MemberCardsRepository, type MemberRow } from './member-cards.repository.js';

/** Query of GET /api/members. */
export const MemberQuery = pageQuerySchema.extend(memberFilters);
export type MemberQuery = z.output<typeof MemberQuery>;

/** A community has four or five. */
const MOST_SHOWN = 100;

/** Public cards of members (S23, S51): who speaks for whom and what they know. A phone is never here. */
@Injectable()
export class MemberCardsService {
  constructor(
    private readonly access: AccessService,
    private readonly members: MemberCardsRepository,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { limit, cursor, ...filters }: MemberQuery): Promise<Page<MemberCard>> {
    const scopes = this.access.scopes(actor, 'member.readCard');
    const after = decodeCursor(cursor, z.string());
    const rows = await this.members.list(actor.subdistrictId, { ...filters, scopes, after, limit }, this.today());
    const page = pageOf(rows, limit, ({ id }) => id);
    return { ...page, items: page.items.map(cardOf) };
  }

  /** @throws ProblemError notFound */
  async get(actor: Actor, id: string): Promise<MemberCard> {
    const { subdistrictId } = actor;
    const row = await this.members.find(subdistrictId, id, this.today());
    const communityIds = row?.assignments.map(({ communityId }) => communityId);
    this.access.authorize(actor, 'member.readCard', { subdistrictId, communityIds, about: row?.id });
    if (!row) throw new ProblemError('notFound');
    return cardOf(row);
  }

  /** For everybody: who speaks for a community. @throws ProblemError notFound */
  async ofCommunity(communityId: string): Promise<PublicMembers> {
    const subdistrictId = await this.members.subdistrictOf(communityId);
    if (subdistrictId === undefined) throw new ProblemError('notFound');
    // Who is nobody belongs to no subdistrict: the community says which.
    const scopes = this.access.scopes(undefined, 'member.readCard').map((scope) => ({ ...scope, subdistrictId }));
    const rows = await this.members.list(subdistrictId, { scopes, communityId, limit: MOST_SHOWN }, this.today());
    return {
      items: rows.slice(0, MOST_SHOWN).map((row) => {
        const { id, name, sector, skills, isFictional } = cardOf(row);
        return { id, name, sector, skills, isFictional };
      }),
    };
  }

  private today(): Date {
    return new Date(dateOf(dayOf(this.clock.now())));
  }
}

const cardOf = ({ id, name, sector, skills, term, level, assignments, isFictional }: MemberRow): MemberCard => ({
  id,
  name,
  sector,
  skills: skills as SkillCode[],
  term,
  level: level as MemberCard['level'],
  communityIds: assignments.map(({ communityId }) => communityId),
  isFictional,
});
