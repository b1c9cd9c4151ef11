import type { CloseSession } from '@hsl/contracts/schemas/sessions';
import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

const DRAFT_LIFE_MS = 24 * 3_600_000;

/** What was said and agreed, stored before the session is closed; the decision makes it final. */
@Injectable()
export class MinutesDrafts extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @param id of the request: a repeat has the same */
  async keep(
    id: string,
    session: { id: string; subdistrictId: string },
    body: CloseSession & { attendance: number },
    recordedBy: string,
  ): Promise<void> {
    const { id: sessionId, subdistrictId } = session;
    await this.database.forTenant(subdistrictId).minutes.createMany({
      data: [{ id, subdistrictId, sessionId, recordedBy, ...body }],
      skipDuplicates: true,
    });
  }

  /** Removes what refused requests left a day ago. */
  protected async sweep(): Promise<number> {
    const before = new Date(this.clock.now() - DRAFT_LIFE_MS);
    const { count } = await this.database.system.minutes.deleteMany({
      where: { finalAt: null, createdAt: { lt: before } },
    });
    return count;
  }
}
