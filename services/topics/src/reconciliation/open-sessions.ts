import { sessionWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { sessionQuery } from '@hsl/workflows/deliberation/deliberation.messages';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { LostSessions, type OpenSession } from './lost-sessions.js';

/** A matter waits for its outcome. Thematic sessions are rows alone and have no process. */
const OPEN: Prisma.SessionWhereInput = { state: 'CONVENED', whistleId: { not: null } };
const SELECT = {
  ...{ id: true, whistleId: true, state: true, version: true },
  ...{ round: true, deadlines: true },
} as const satisfies Prisma.SessionSelect;

/** Sessions on matters that are still to be held, beside their workflows. */
@Injectable()
export class OpenSessions extends OpenRows<OpenSession> {
  constructor(@Inject(TenantDatabase) database: TopicsDatabase, temporal: TemporalClient, lost: LostSessions) {
    super(temporal, {
      ...{ kind: 'session', query: sessionQuery.name },
      open: async (subdistrictId, id, take) => {
        const rows = await database
          .forTenant(subdistrictId)
          .session.findMany({ where: { AND: [OPEN, { id }] }, orderBy: { id: 'asc' }, take, select: SELECT });
        return rows.map(({ whistleId, ...row }) => ({
          ...{ ...row, subdistrictId, whistleId: whistleId! },
          workflowId: sessionWorkflowId(row.id),
        }));
      },
      beginAgain: (row, finding) => lost.beginAgain(row, finding),
    });
  }
}
