import type { CountedMatter } from '@hsl/contracts/events/census-events';
import { ENDED_WHISTLE_STATES } from '@hsl/contracts/states';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import type { Compared, Comparison } from '@hsl/temporal/reconciled-parts';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { Prisma, Whistle } from '../generated/prisma/client.js';

/** Matters per event: some hundred kilobytes. */
const PAGE = 100;
const DAY_MS = 86_400_000;
/** An end that no census has told by then would never be: the daily one may fail for some days. */
const LATELY_MS = 7 * DAY_MS;
/** What was just decided is on its way to the projections by itself. */
const QUIET_MS = 10 * 60_000;

/** Tells the projections how matters stand, so that one that missed an event finds out (domain 4.6). */
@Injectable()
export class Census implements Comparison {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly clock: Clock,
    private readonly relay: OutboxRelay,
  ) {}

  /** One page of open and lately decided matters. Told twice it says the same. */
  async compare(subdistrictId: string, after: string | undefined): Promise<Compared> {
    const now = this.clock.now();
    const rows = await this.database.forTenant(subdistrictId).whistle.findMany({
      where: { AND: [countedAt(now), after ? { id: { gt: after } } : {}] },
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    if (rows.length > 0) {
      const event = {
        type: 'whistle.census.v1',
        subject: `census/${subdistrictId}`,
        data: { matters: rows.map(counted) },
      };
      const context = { source: 'whistles', subdistrictId, at: now, sequence: now };
      await announce(this.database.pool(subdistrictId), [envelopeOf(event as never, context)]);
      this.relay.kick();
    }
    return { checked: 0, findings: [], after: rows.length < PAGE ? undefined : rows.at(-1)?.id };
  }
}

const countedAt = (now: number): Prisma.WhistleWhereInput => ({
  decidedAt: { lt: new Date(now - QUIET_MS) },
  OR: [{ state: { notIn: [...ENDED_WHISTLE_STATES] } }, { decidedAt: { gt: new Date(now - LATELY_MS) } }],
});

/** The row in the words of its events. */
function counted(row: Whistle): CountedMatter {
  const { id: whistleId, number, version, communityId, categoryCode, departmentIds, memberIds, reworkCount } = row;
  const { state, grade, level, waitingFor, nextRung } = row as unknown as CountedMatter;
  return {
    ...{ whistleId, number, version, communityId, categoryCode, departmentIds, memberIds, reworkCount },
    ...{ state, grade, level, waitingFor, nextRung: nextRung ?? undefined },
    waitingSince: row.waitingSince?.getTime(),
    dueAt: row.dueAt?.getTime(),
    leadDepartmentId: row.leadDepartmentId ?? undefined,
    estateId: row.estateId ?? undefined,
    topicId: row.topicId ?? undefined,
    blownAt: row.blownAt.getTime(),
    at: row.decidedAt.getTime(),
    concludedAt: row.concludedAt?.getTime(),
  };
}
