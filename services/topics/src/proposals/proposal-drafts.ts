import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

const DRAFT_LIFE_MS = 24 * 3_600_000;

export interface ProposalDraft {
  /** Of the request: a repeat has the same. */
  id: string;
  subdistrictId: string;
  proposalId: string;
  step: string;
  title?: string;
  text: string;
  recordedBy: string;
}

/** The words of a step, stored before it is taken; the decision makes them final. */
@Injectable()
export class ProposalDrafts extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  async keep(draft: ProposalDraft): Promise<void> {
    const tenant = this.database.forTenant(draft.subdistrictId);
    await tenant.proposalText.createMany({ data: [draft], skipDuplicates: true });
  }

  /** Removes what refused requests left a day ago. */
  protected async sweep(): Promise<number> {
    const before = new Date(this.clock.now() - DRAFT_LIFE_MS);
    const { count } = await this.database.system.proposalText.deleteMany({
      where: { finalAt: null, createdAt: { lt: before } },
    });
    return count;
  }
}
