import type { SittingMinutes } from '@hsl/contracts/schemas/sitting-voices';
import type { SessionFormat } from '@hsl/contracts/sessions';
import { modeOf } from '@hsl/domain/sitting-rules';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Held } from './held-in.js';
import { Motions } from './motions.service.js';
import { Opinions, opinionView } from './opinions.service.js';
import type { SittingRow } from './sitting-desk.js';
import { attendanceOf } from './sitting-view.js';

export interface SittingRecord {
  /** Absent for a session that was closed without a plan. */
  sitting: SittingRow | undefined;
  record: Omit<SittingMinutes, 'scores' | 'signatures'>;
}

/** What is kept of sittings that were held (S52), of any number of them with one statement for each sort of part. */
@Injectable()
export class SittingRecords {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly opinions: Opinions,
    private readonly motions: Motions,
  ) {}

  /** The whole records, in the order asked; opinions that were not let through excepted. */
  async of(subdistrictId: string, held: readonly Held[]): Promise<SittingRecord[]> {
    const sittings: SittingRow[] = await this.database.forTenant(subdistrictId).sitting.findMany({
      where: { sessionId: { in: held.map(({ session }) => session.id) } },
      include: { participants: { orderBy: { id: 'asc' } } },
    });
    const ids = sittings.map(({ id }) => id);
    const [opinions, motions] = await Promise.all([
      this.opinions.of(subdistrictId, ids, false),
      this.motions.ofAll(subdistrictId, ids),
    ]);
    return held.map((one) => {
      const sitting = sittings.find(({ sessionId, round }) => sessionId === one.session.id && round === one.round);
      const isOfIt = ({ sittingId }: { sittingId: string }) => sittingId === sitting?.id;
      const parts = {
        opinions: opinions.filter(isOfIt).map(opinionView),
        motions: motions.filter(isOfIt).map(({ motion }) => motion),
      };
      return { sitting, record: { ...factsOf(one, sitting), ...parts } };
    });
  }
}

function factsOf({ session, round, minutes }: Held, sitting: SittingRow | undefined) {
  const { problem, consensus, dissent, nextStep } = minutes;
  const format = sitting?.format as SessionFormat | undefined;
  const counted = sitting && attendanceOf(sitting);
  return {
    ...{ sessionId: session.id, round, format, mode: format && modeOf(format), agenda: sitting?.agenda ?? [] },
    heldAt: (sitting?.startsAt ?? minutes.finalAt ?? session.convenedAt).toISOString(),
    attendance: {
      ...{ total: minutes.attendance, named: counted?.named ?? 0, heads: counted?.heads ?? 0 },
      departments: counted?.departments ?? 0,
    },
    ...{ outcome: minutes.outcome as SittingMinutes['outcome'], problem, consensus: consensus ?? undefined },
    ...{ dissent: dissent ?? undefined, nextStep: nextStep ?? undefined },
  };
}
