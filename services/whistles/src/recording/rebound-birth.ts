import type { Instant } from '@hsl/contracts/instants';
import type { ActorRef } from '@hsl/contracts/roles';
import type { Grade, Level, WhistleKind } from '@hsl/contracts/grades';
import { recordDecision } from '@hsl/database/record-decision';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { DutyOfficer } from '../duty-roster/duty-officer.js';
import { NumberSource } from '../intake/number-source.js';
import { newTrackingCode } from '../intake/tracking-code.js';
import { birthOf } from '../intake/whistle-birth.js';
import { TermsService } from '../rules/terms.service.js';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Domain 4.2: when a look-back finds the trouble back, a new whistle is blown that says what it is a rebound of. */
@Injectable()
export class ReboundBirth {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly numbers: NumberSource,
    private readonly terms: TermsService,
    private readonly duty: DutyOfficer,
  ) {}

  /** Idempotent by the new whistle's id: written before the old matter is archived, so that neither can be lost. */
  async blow(oldId: string, newId: string, subdistrictId: string, blownBy: ActorRef, at: Instant): Promise<void> {
    const prisma = this.database.forTenant(subdistrictId);
    if (await prisma.whistle.findUnique({ where: { id: newId }, select: { id: true } })) return;
    const old = await prisma.whistle.findUniqueOrThrow({ where: { id: oldId } });
    const grade = old.grade as Grade;
    const terms = await this.terms.termsNow(subdistrictId, grade);
    const year = new Date(at + SHANGHAI_OFFSET_MS).getUTCFullYear();
    const urgency = { subdistrictId, grade, kind: old.kind as WhistleKind, at };
    const birth = birthOf(
      {
        ...{ ...urgency, id: newId, blownBy, reboundOf: oldId },
        ...{ level: old.level as Level, categoryCode: old.categoryCode },
        ...{ communityId: old.communityId, estateId: old.estateId ?? undefined, place: old.place ?? undefined },
        ...{ facts: old.facts, households: old.households ?? undefined, topicId: old.topicId ?? undefined },
        ...{
          beneficiaryCount: old.beneficiaryCount ?? undefined,
          backlogSince: old.backlogSince?.toISOString().slice(0, 10),
        },
        wantedDepartmentIds: old.leadDepartmentId ? [old.leadDepartmentId] : [],
        reporters: [],
        dutyUserId: await this.duty.ringFor(urgency, terms.calendar),
        number: await this.numbers.next(subdistrictId, year),
        trackingCode: newTrackingCode(),
      },
      terms,
    );
    await recordDecision(this.database.pool(subdistrictId), birth);
  }
}
