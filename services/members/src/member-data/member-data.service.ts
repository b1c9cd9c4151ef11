import type { PersonalSection } from '@hsl/contracts/schemas/personal-data';
import { personalSection, type HeldFields } from '@hsl/platform/personal-section';
import type { Locale } from '@hsl/platform/locale';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import { MEMBER_WORDS } from './member-words.js';

type Word = keyof typeof MEMBER_WORDS;
type Held = Partial<Record<Word, string | Date | null | undefined>>;
/** Of one kind; a member with more asks the office for the rest. */
const MOST = 1_000;

const dayOf = (day: Date): string => day.toISOString().slice(0, 10);
const fieldsOf = (held: Held): HeldFields<Word> =>
  Object.entries(held).map(([word, value]) => [word as Word, value] as const);

/** What this service holds about one member, in that member's language. */
@Injectable()
export class MemberData {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  /** Sections that hold something. */
  async of(subdistrictId: string, memberId: string, locale: Locale): Promise<PersonalSection[]> {
    const held = [...(await this.person(subdistrictId, memberId)), ...(await this.duties(subdistrictId, memberId))];
    return held
      .filter(([, rows]) => rows.length > 0)
      .map(([title, rows]) => personalSection(MEMBER_WORDS, title, rows.map(fieldsOf), locale));
  }

  private async person(subdistrictId: string, memberId: string): Promise<[Word, Held[]][]> {
    const tenant = this.database.forTenant(subdistrictId);
    const mine = { where: { subdistrictId, memberId }, orderBy: { firstDay: 'asc' }, take: MOST } as const;
    const [cards, postings, absences] = await Promise.all([
      tenant.member.findMany({ where: { subdistrictId, id: memberId }, take: 1 }),
      tenant.areaAssignment.findMany(mine),
      tenant.memberAbsence.findMany(mine),
    ]);
    const days = ({ firstDay, lastDay }: { firstDay: Date; lastDay: Date | null }): Held => ({
      ...{ from: dayOf(firstDay), to: lastDay && dayOf(lastDay) },
    });
    return [
      [
        'card',
        cards.map(({ id, name, sector, term, skills }) => ({ id, name, sector, term, skills: skills.join(', ') })),
      ],
      ['postings', postings.map((one) => ({ community: one.communityId, ...days(one) }))],
      ['absences', absences.map((one) => ({ ...days(one), reason: one.reason }))],
    ];
  }

  private async duties(subdistrictId: string, memberId: string): Promise<[Word, Held[]][]> {
    const tenant = this.database.forTenant(subdistrictId);
    const mine = { where: { subdistrictId, memberId }, take: MOST } as const;
    const [checkIns, points, registers] = await Promise.all([
      tenant.checkIn.findMany({ ...mine, orderBy: { requestedAt: 'desc' }, include: { content: true } }),
      tenant.pointEntry.findMany({ ...mine, orderBy: { earnedAt: 'desc' } }),
      tenant.registerEntry.findMany({ ...mine, orderBy: { createdAt: 'desc' } }),
    ]);
    return [
      [
        'checkIns',
        checkIns.map(({ number: id, communityId: community, requestedAt: at, answeredAt, state, content }) => ({
          ...{ id, community, at, answeredAt, state, note: content?.note },
        })),
      ],
      ['points', points.map(({ rule, points: amount, earnedAt: at }) => ({ rule, amount: String(amount), at }))],
      ['registers', registers.map(({ register: kind, createdAt: at, state }) => ({ kind, at, state }))],
    ];
  }
}
