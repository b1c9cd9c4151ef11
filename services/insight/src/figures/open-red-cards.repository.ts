import { toIso, type Instant } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { officialOrWeekdays } from '@hsl/domain/calendar';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { dayOf } from '@hsl/domain/calendar-day';
import { closingAfter } from '@hsl/domain/working-time';
import { Injectable } from '@nestjs/common';

const DAYS = officialOrWeekdays(CHINA_CALENDAR);
const WORKING_DAYS = 3;
const MOST_CARDS = 5_000;

export interface OpenRedCard {
  department_id: string | null;
  community_id: string;
  fired_at: Date;
}

/** Red cards whose step is still waited for. */
@Injectable()
export class OpenRedCardsRepository {
  /** Those that have been open for more than three working days, oldest first; a bounded number. */
  async old(db: Queryable, subdistrictId: string, now: Instant): Promise<OpenRedCard[]> {
    const { rows } = await db.query<OpenRedCard>({
      text: `SELECT r.department_id, m.community_id, r.fired_at
        FROM rung r JOIN matter m ON m.whistle_id = r.whistle_id
        WHERE r.subdistrict_id = $1 AND m.subdistrict_id = $1 AND r.kind = 'redCard' AND m.is_open AND r.fired_at <= $2
          AND EXISTS (SELECT FROM waiting w WHERE w.whistle_id = r.whistle_id AND w.step = r.step AND w.is_open
            AND (r.department_id IS NULL OR w.party_id = r.department_id))
        ORDER BY r.fired_at LIMIT $3`,
      values: [subdistrictId, toIso(now), MOST_CARDS],
    });
    return rows.filter(({ fired_at }) => closingAfter(DAYS, dayOf(fired_at.getTime()), WORKING_DAYS) < now);
  }
}
