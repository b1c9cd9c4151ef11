import type { Seat } from '@hsl/contracts/sessions';
import { DEFAULT_SEATS, type SeatTemplate } from '@hsl/domain/sitting-rules';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** What 6+N means in a subdistrict (S24): its own row, or the default. */
@Injectable()
export class SeatTemplates {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async of(subdistrictId: string): Promise<SeatTemplate> {
    const row = await this.database
      .forTenant(subdistrictId)
      .participantTemplate.findUnique({ where: { subdistrictId } });
    return row ? { fixedSeats: row.fixedSeats as Seat[], minStakeholders: row.minStakeholders } : DEFAULT_SEATS;
  }
}
