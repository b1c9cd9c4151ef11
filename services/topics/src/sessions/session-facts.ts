import type { SessionDecision } from '@hsl/workflows/deliberation/deliberation.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** What the events of a session repeat of its row, and no decision ever changes. */
export interface UnchangingSession {
  memberIds: string[];
  leadDepartmentId?: string;
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
    return { memberIds: row.memberIds, leadDepartmentId: row.leadDepartmentId ?? undefined };
  }
}
