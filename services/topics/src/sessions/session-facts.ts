import type { SessionDecision } from '@hsl/workflows/deliberation/deliberation.activities';
import type { Turnout } from '@hsl/contracts/events/session-events';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { turnoutWith } from './turnout.js';

type Held = Extract<SessionDecision['fact'], { type: 'held' }>;

/** What the events of a session repeat of its row, and no decision ever changes. */
export interface UnchangingSession {
  memberIds: string[];
  leadDepartmentId?: string;
  /** Of the sitting that was held. */
  turnout?: Turnout;
}

/** A session has a handful of decisions in its life: reading its row for each costs nothing that counts. */
@Injectable()
export class SessionFacts {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async of({ subdistrictId, sessionId, fact }: SessionDecision): Promise<UnchangingSession> {
    if (fact.type === 'convened') return { memberIds: fact.memberIds, leadDepartmentId: fact.leadDepartmentId };
    const row = await this.database.forTenant(subdistrictId).session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { memberIds: true, leadDepartmentId: true },
    });
    const turnout = fact.type === 'held' ? await this.turnout(subdistrictId, sessionId, fact) : undefined;
    return { memberIds: row.memberIds, leadDepartmentId: row.leadDepartmentId ?? undefined, turnout };
  }

  /** As its minutes and its list of participants say. */
  private async turnout(subdistrictId: string, sessionId: string, { round, contentId }: Held): Promise<Turnout> {
    const prisma = this.database.forTenant(subdistrictId);
    const [minutes, comers] = await Promise.all([
      prisma.minutes.findUnique({ where: { id: contentId }, select: { attendance: true } }),
      prisma.participant.findMany({
        where: { sitting: { sessionId, round }, signedInAt: { not: null } },
        select: { signedInAt: true, seat: true, departmentId: true, memberId: true, userId: true },
      }),
    ]);
    return turnoutWith(minutes?.attendance ?? 0, comers);
  }
}
