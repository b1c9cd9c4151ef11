import { ProblemError } from '@hsl/platform/problem.error';
import { readTrackingCode, trackingHashOf } from '@hsl/platform/tracking-code';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { readWhistleCode } from '../intake/tracking-code.js';
import { WhistleRepository, type WhistleRow } from '../matter/whistle.repository.js';

/** Whoever came with the code of a submission is its sender: nobody of the house has that code. */
export interface Sender {
  /** Absent where the whistle was blown without residents. */
  reporterId: string | undefined;
}

export interface Tracked {
  /** The matter that answers for the sender: after a merge the one it went into. */
  row: WhistleRow;
  /** Absent for the whistle's own code, which its blower has seen too: it tells, it does not prove who asks. */
  sender: Sender | undefined;
}

interface Found {
  subdistrictId: string;
  whistleId: string;
  sender?: Sender;
}

/** A merge goes into a matter that is open, which may be merged in its turn; more than so many never happens. */
const MOST_MERGES = 5;

/** Finds a matter by a tracking code, whatever the subdistrict: who has the code needs to know no more. */
@Injectable()
export class TrackedMatters {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly whistles: WhistleRepository,
  ) {}

  /** @throws ProblemError trackingCodeTypo, notFound */
  async find(text: string): Promise<Tracked> {
    const found = await this.lookUp(text);
    let row = found && (await this.whistles.find(found.subdistrictId, found.whistleId));
    for (let merges = 0; row?.state === 'MERGED' && row.masterId && merges < MOST_MERGES; merges += 1) {
      row = (await this.whistles.find(row.subdistrictId, row.masterId)) ?? row;
    }
    if (!row) throw new ProblemError('notFound');
    return { row, sender: found?.sender };
  }

  /** When the resident was last asked and answered; undefined for one who never did. */
  async answeredAt({ row, sender }: Tracked): Promise<Date | undefined> {
    if (sender?.reporterId === undefined) return undefined;
    const where = { id: sender.reporterId };
    const reporter = await this.database.forTenant(row.subdistrictId).reporter.findUnique({ where });
    return reporter?.revisitedAt ?? undefined;
  }

  /** The next date of what takes long: a matter on the register has no deadline but its timetable. */
  async nextMilestoneAt({ subdistrictId, id }: WhistleRow): Promise<Date | undefined> {
    const next = await this.database.forTenant(subdistrictId).milestone.findFirst({
      where: { entry: { whistleId: id, state: 'RUNNING' }, state: { in: ['PENDING', 'SLIPPED'] } },
      orderBy: { position: 'asc' },
    });
    return next?.dueAt;
  }

  private async lookUp(text: string): Promise<Found | undefined> {
    const code = readTrackingCode(text);
    if (code !== undefined) {
      const where = { senderHash: trackingHashOf(code) };
      const link = await this.database.system.trackedSubmission.findUnique({ where });
      return link ? { ...link, sender: { reporterId: link.reporterId ?? undefined } } : undefined;
    }
    const trackingCode = readWhistleCode(text);
    if (trackingCode === undefined) throw new ProblemError('trackingCodeTypo');
    const select = { id: true, subdistrictId: true };
    const whistle = await this.database.system.whistle.findUnique({ where: { trackingCode }, select });
    return whistle ? { subdistrictId: whistle.subdistrictId, whistleId: whistle.id } : undefined;
  }
}
