import { recordDecision } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { PastBirth, PastMatterActivities } from '@hsl/workflows/past/past-matter.activities';
import type { PastMatter } from '@hsl/contracts/past-matter';
import type { WhistleDecision } from '@hsl/workflows/whistle/whistle.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { NumberSource } from '../intake/number-source.js';
import { newTrackingCode } from '../intake/tracking-code.js';
import { birthOf } from '../intake/whistle-birth.js';
import { rowDecisionOf } from '../recording/row-decision.js';
import { UnchangingFacts } from '../recording/unchanging-facts.js';
import { TermsService } from '../rules/terms.service.js';
import { pastFactsOf } from './past-words.js';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
/** The rules of the first day: there were none before. */
const FIRST_RULES = 1;

/** Records matters that were resolved before the platform was there (domain 6), as of their days. */
@Injectable()
export class PastRecorder implements PastMatterActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly numbers: NumberSource,
    private readonly terms: TermsService,
    private readonly unchanging: UnchangingFacts,
    private readonly relay: OutboxRelay,
  ) {}

  async recordPastBirth(matter: PastMatter): Promise<PastBirth> {
    const { whistleId: id, subdistrictId, grade, at } = matter;
    const terms = await this.terms.termsOf(subdistrictId, grade, FIRST_RULES, at.blown);
    const known = await this.database.forTenant(subdistrictId).whistle.findUnique({ where: { id } });
    if (known) return { number: known.number, terms };
    const year = new Date(at.blown + SHANGHAI_OFFSET_MS).getUTCFullYear();
    const number = await this.numbers.next(subdistrictId, year);
    const birth = birthOf(
      {
        ...{ id, subdistrictId, number, trackingCode: newTrackingCode(), kind: 'hardProblem', level: 'blue', grade },
        ...{ categoryCode: matter.categoryCode, communityId: matter.communityId, households: matter.households },
        ...{ facts: pastFactsOf(matter.categoryCode), wantedDepartmentIds: matter.departmentIds, at: at.blown },
        reporters: [{ channel: 'hall' }],
        blownBy: { userId: matter.people.worker, role: 'communityWorker' },
      },
      terms,
    );
    // Nothing is started for it: its road is behind it.
    const patch = { ...birth.patch, workflow_started_at: new Date(at.blown), decided_at: new Date(at.blown) };
    await recordDecision(this.database.pool(subdistrictId), { ...birth, patch });
    return { number, terms };
  }

  async recordPastDecision(decision: WhistleDecision): Promise<void> {
    const { whistleId, subdistrictId, at } = decision;
    const row = rowDecisionOf(decision, await this.unchanging.of(subdistrictId, whistleId));
    const patch = { ...row.patch, follow_up_started_at: new Date(at) };
    await recordDecision(this.database.pool(subdistrictId), { ...row, patch });
    this.relay.kick();
  }
}
