import { isUrgent, type Grade, type WhistleKind } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import { onDuty } from '@hsl/domain/duty-roster';
import type { Calendar } from '@hsl/domain/limit';
import { isOpeningTime } from '@hsl/domain/working-time';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { shiftOfRow } from './duty-shifts.js';

interface Blowing {
  subdistrictId: string;
  grade: Grade;
  kind: WhistleKind;
  at: Instant;
}

/** Knows whom a whistle rings. */
@Injectable()
export class DutyOfficer {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /**
   * The liaison officer on duty, for a whistle that is urgent by its grade or blown as an emergency, outside working
   * hours (domain 4.3); undefined for any other, and where the roster has a gap. Only then the database is asked.
   */
  async ringFor({ subdistrictId, grade, kind, at }: Blowing, calendar: Calendar): Promise<string | undefined> {
    if (!isUrgent(grade) && kind !== 'emergency') return undefined;
    if (isOpeningTime(at, calendar)) return undefined;
    const now = new Date(at);
    const rows = await this.database.forTenant(subdistrictId).dutyShift.findMany({
      where: { subdistrictId, fromAt: { lte: now }, toAt: { gt: now } },
      orderBy: { fromAt: 'desc' },
      take: 10,
    });
    return onDuty(rows.map(shiftOfRow), at);
  }
}
