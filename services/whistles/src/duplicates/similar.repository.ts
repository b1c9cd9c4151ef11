import type { Grade } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import { ENDED_WHISTLE_STATES, type WhistleState } from '@hsl/contracts/states';
import { orDatabaseUnavailable } from '@hsl/database/database-down';
import { DAY_MS } from '@hsl/domain/calendar-day';
import { DUPLICATE_RULES } from '@hsl/domain/duplicate-rules';
import type { MatterWords } from '@hsl/domain/duplicate-suggestion';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** A whistle as far as it is compared and shown; columns of the reporter are not among them. */
export interface ComparedRow {
  id: string;
  number: string;
  state: WhistleState;
  grade: Grade;
  category_code: string;
  community_id: string;
  estate_id: string | null;
  place: string | null;
  facts: string;
  blown_at: Date;
  due_at: Date | null;
  concluded_at: Date | null;
}

export interface Reach {
  subdistrictId: string;
  /** Communities whose whistles the caller may know of; undefined for all of the subdistrict. */
  communityIds?: string[];
  /** Whistles that are linked already. */
  exceptIds: string[];
}

const IS_OPEN = `state NOT IN (${ENDED_WHISTLE_STATES.map((state) => `'${state}'`).join(', ')})`;
const IS_CONCLUDED = `state IN ('CONCLUDED', 'LOOKING_BACK', 'ARCHIVED')`;

/**
 * Whatever may be suggested, each part by an index and with a bound of its own, so that the time does not grow with the
 * table: $1 subdistrict, $2 community, $3 category, $4 to $5 thirty days around, $6 the start of the search for texts,
 * $7 the earliest conclusion, $8 communities or null, $9 ids left out, $10 shortest telling place.
 */
const CANDIDATES = `WITH near AS (
    (SELECT id FROM whistle WHERE subdistrict_id = $1 AND category_code = $3 AND community_id = $2
       AND blown_at BETWEEN $4 AND $5 AND ${IS_OPEN} ORDER BY blown_at DESC LIMIT 300)
    UNION
    (SELECT id FROM whistle WHERE subdistrict_id = $1 AND community_id = $2 AND concluded_at >= $7
       AND category_code = $3 AND ${IS_CONCLUDED} ORDER BY concluded_at DESC LIMIT 300)
    UNION
    (SELECT id FROM whistle WHERE subdistrict_id = $1 AND community_id = $2
       AND blown_at >= $6 AND ${IS_OPEN} ORDER BY blown_at DESC LIMIT 300)
    UNION
    (SELECT id FROM whistle WHERE subdistrict_id = $1 AND community_id = $2
       AND concluded_at >= $7 AND ${IS_CONCLUDED} ORDER BY concluded_at DESC LIMIT 300)
    UNION
    (SELECT id FROM whistle WHERE subdistrict_id = $1 AND category_code = $3 AND community_id <> $2
       AND ($8::text[] IS NULL OR community_id = ANY ($8)) AND estate_id IS NULL AND length(place) >= $10
       AND blown_at >= $6 AND (${IS_OPEN} OR (concluded_at >= $7 AND ${IS_CONCLUDED})) ORDER BY blown_at DESC LIMIT 300)
  )
  SELECT id, number, state, grade, category_code, community_id, estate_id, place, facts, blown_at, due_at, concluded_at
  FROM whistle JOIN near USING (id)
  WHERE NOT (id = ANY ($9::uuid[])) AND ($8::text[] IS NULL OR community_id = ANY ($8))`;

/** Reads the whistles that a report is worth comparing with. */
@Injectable()
export class SimilarRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** At most 1,500, usually some hundred; which of them are worth showing is the rule's to say. */
  async candidates({ subdistrictId, communityIds, exceptIds }: Reach, report: MatterWords): Promise<ComparedRow[]> {
    const { sameEstateWithinDays, similarTextWithinDays, repeatWithinDays, tellingPlaceCharacters } = DUPLICATE_RULES;
    const daysFrom = (days: number): Date => new Date(daysAfter(report.blownAt, days));
    const { rows } = await orDatabaseUnavailable(() =>
      this.database.pool(subdistrictId).query<ComparedRow>({
        name: 'similar-whistles',
        text: CANDIDATES,
        values: [
          ...[subdistrictId, report.communityId, report.categoryCode],
          ...[daysFrom(-sameEstateWithinDays), daysFrom(sameEstateWithinDays), daysFrom(-similarTextWithinDays)],
          ...[daysFrom(-repeatWithinDays), communityIds ?? null, exceptIds, tellingPlaceCharacters],
        ],
      }),
    );
    return rows;
  }
}

const daysAfter = (at: Instant, days: number): Instant => at + days * DAY_MS;
