import type { Grade } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import { ENDED_WHISTLE_STATES, type WhistleState } from '@hsl/contracts/states';
import { orDatabaseUnavailable } from '@hsl/database/database-down';
import { DAY_MS } from '@hsl/domain/calendar-day';
import { DUPLICATE_RULES } from '@hsl/domain/duplicate-rules';
import type { MatterWords } from '@hsl/domain/duplicate-suggestion';
import { earliestRepeated } from '@hsl/domain/repeat-rule';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** A whistle as far as it is compared; columns of the reporter are not among them. */
interface Words {
  id: string;
  number: string;
  category_code: string;
  community_id: string;
  estate_id: string | null;
  place: string | null;
  facts: string;
  blown_at: Date;
}

/** A whistle as far as it is shown. */
export interface ShownRow extends Words {
  state: WhistleState;
  grade: Grade;
  due_at: Date | null;
  concluded_at: Date | null;
}

/** What is compared and what is shown are one, but for a merged whistle: its master is shown for it. */
export interface ComparedRow {
  compared: Words;
  shown: ShownRow;
}

type Columns = ShownRow & { [Name in keyof Words as `compared_${Name}`]: Words[Name] };

export interface Reach {
  subdistrictId: string;
  /** Communities whose whistles the caller may know of; undefined for all of the subdistrict. */
  communityIds?: string[];
  /** Whistles that are linked already. */
  exceptIds: string[];
}

const WORDS: readonly (keyof Words)[] = [
  ...(['id', 'number', 'category_code', 'community_id', 'estate_id', 'place', 'facts', 'blown_at'] as const),
];
const IS_OPEN = `state NOT IN (${ENDED_WHISTLE_STATES.map((state) => `'${state}'`).join(', ')})`;
const IS_CONCLUDED = `state IN ('CONCLUDED', 'LOOKING_BACK', 'ARCHIVED')`;

/**
 * Whatever may be suggested, each part by an index and with a bound of its own, so that the time does not grow with the
 * table: $1 subdistrict, $2 community, $3 category, $4 to $5 thirty days around, $6 the start of the search for texts,
 * $7 the earliest conclusion, $8 communities or null, $9 ids left out, $10 shortest telling place. `standing` follows a
 * merged whistle to the matter that goes on for it.
 */
const CANDIDATES = `WITH RECURSIVE near AS (
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
    UNION
    (SELECT id FROM whistle WHERE subdistrict_id = $1 AND community_id = $2
       AND blown_at >= $6 AND state = 'MERGED' ORDER BY blown_at DESC LIMIT 300)
  ),
  standing AS (
    SELECT id AS near_id, id, state, master_id FROM whistle JOIN near USING (id)
    UNION
    SELECT standing.near_id, master.id, master.state, master.master_id
    FROM standing JOIN whistle AS master ON master.id = standing.master_id WHERE standing.state = 'MERGED'
  )
  SELECT ${WORDS.map((name) => `near.${name} AS compared_${name}`).join(', ')},
    ${WORDS.map((name) => `shown.${name}`).join(', ')}, shown.state, shown.grade, shown.due_at, shown.concluded_at
  FROM standing JOIN whistle AS near ON near.id = standing.near_id JOIN whistle AS shown ON shown.id = standing.id
  WHERE shown.state <> 'MERGED' AND NOT (near.id = ANY ($9::uuid[])) AND NOT (shown.id = ANY ($9::uuid[]))
    AND ($8::text[] IS NULL OR (near.community_id = ANY ($8) AND shown.community_id = ANY ($8)))`;

/** Reads the whistles that a report is worth comparing with. */
@Injectable()
export class SimilarRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /**
   * At most 1,800, usually some hundred; which of them are worth showing is the rule's to say.
   * @param repeatDays for how many days a concluded matter can be repeated
   */
  async candidates(
    { subdistrictId, communityIds, exceptIds }: Reach,
    report: MatterWords,
    repeatDays: number,
  ): Promise<ComparedRow[]> {
    const { sameEstateWithinDays, similarTextWithinDays, tellingPlaceCharacters } = DUPLICATE_RULES;
    const daysFrom = (days: number): Date => new Date(daysAfter(report.blownAt, days));
    const { rows } = await orDatabaseUnavailable(() =>
      this.database.pool(subdistrictId).query<Columns>({
        name: 'similar-whistles',
        text: CANDIDATES,
        values: [
          ...[subdistrictId, report.communityId, report.categoryCode],
          ...[daysFrom(-sameEstateWithinDays), daysFrom(sameEstateWithinDays), daysFrom(-similarTextWithinDays)],
          new Date(earliestRepeated(report.blownAt, repeatDays)),
          ...[communityIds ?? null, exceptIds, tellingPlaceCharacters],
        ],
      }),
    );
    return rows.map((row) => ({ compared: comparedOf(row), shown: row }));
  }
}

const comparedOf = (row: Columns): Words => ({
  ...{ id: row.compared_id, number: row.compared_number, category_code: row.compared_category_code },
  ...{ community_id: row.compared_community_id, estate_id: row.compared_estate_id, place: row.compared_place },
  ...{ facts: row.compared_facts, blown_at: row.compared_blown_at },
});

const daysAfter = (at: Instant, days: number): Instant => at + days * DAY_MS;
