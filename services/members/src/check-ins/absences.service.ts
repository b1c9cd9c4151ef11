import { AccessService } from '@hsl/access/access.service';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { MemberAbsence, MemberAbsenceList, SetAbsence } from '@hsl/contracts/schemas/absences';
import type { Role } from '@hsl/contracts/roles';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { nameUuid } from '@hsl/platform/name-uuid';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import type { MemberAbsence as AbsenceRow } from '../generated/prisma/client.js';
import { OpenRequests } from './open-requests.js';

const MOST_SHOWN = 100;

/** Members who are away: nobody asks them on those days, and what waits for them goes to others (domain 4.5). */
@Injectable()
export class AbsencesService {
  constructor(
    @Inject(TenantDatabase) private readonly database: MembersDatabase,
    private readonly access: AccessService,
    private readonly openRequests: OpenRequests,
    private readonly clock: Clock,
  ) {}

  /**
   * The same days again are the same absence. Requests are passed on if it has begun; one that begins later passes on
   * none: what is asked before is due before.
   * @throws ProblemError notFound, roleNotAllowed, reasonMissing, absenceInThePast, temporalUnavailable with the absence
   *   kept: repeat it
   */
  async set(actor: Actor, memberId: string, body: SetAbsence): Promise<MemberAbsence> {
    const { subdistrictId, userId } = actor;
    const role = await this.authorize(actor, memberId, body.reason !== undefined);
    const now = this.clock.now();
    const today = dateOf(dayOf(now));
    if (body.lastDay < today) throw new ProblemError('absenceInThePast');
    const id = nameUuid('absence', memberId, body.firstDay, body.lastDay);
    const [firstDay, lastDay] = [asDate(body.firstDay), asDate(body.lastDay)];
    const row = await this.database.forTenant(subdistrictId).memberAbsence.upsert({
      where: { id },
      create: {
        ...{ id, subdistrictId, memberId, firstDay, lastDay, reason: body.reason },
        ...{ recordedBy: userId, recordedAt: new Date(now) },
      },
      update: {},
    });
    if (body.firstDay > today) return viewOf(row);
    const by = actorRefOf(actor, role);
    return { ...viewOf(row), passedOn: await this.openRequests.passOn(subdistrictId, { memberId, by, why: 'absent' }) };
  }

  /** @throws ProblemError notFound, roleNotAllowed */
  async list(actor: Actor, memberId: string): Promise<MemberAbsenceList> {
    const { subdistrictId } = actor;
    await this.authorize(actor, memberId, true);
    const rows = await this.database.forTenant(subdistrictId).memberAbsence.findMany({
      ...{ where: { subdistrictId, memberId }, orderBy: [{ lastDay: 'desc' }, { id: 'desc' }], take: MOST_SHOWN },
    });
    return { items: rows.map(viewOf) };
  }

  private async authorize(actor: Actor, memberId: string, reasonGiven: boolean): Promise<Role> {
    const { subdistrictId } = actor;
    const where = { id: memberId, subdistrictId, active: true };
    const member = await this.database.forTenant(subdistrictId).member.findFirst({ where });
    const target = { subdistrictId, about: member?.id };
    const { role } = this.access.authorize(actor, 'member.setAbsence', target, { reasonGiven });
    if (!member) throw new ProblemError('notFound');
    return role;
  }
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date): string => date.toISOString().slice(0, 10);

const viewOf = ({ id, memberId, firstDay, lastDay, reason }: AbsenceRow): MemberAbsence => ({
  ...{ id, memberId, firstDay: asDay(firstDay), lastDay: asDay(lastDay), reason: reason ?? undefined },
});
