import type { ThemeCandidates } from '@hsl/contracts/schemas/duplicates';
import { orDatabaseUnavailable } from '@hsl/database/database-down';
import { MONTHLY_THEME_RULES } from '@hsl/domain/duplicate-rules';
import { monthBounds } from '@hsl/domain/month';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

type Candidate = ThemeCandidates['items'][number];

interface CountedRow {
  category_code: string;
  repeats: number;
  community_ids: string[];
  whistles: Candidate['whistles'];
}

const MOST_WHISTLES = 50;
const MOST_THEMES = 100;
/** What never was a matter of its own, or no longer is, is no repeat (domain 5.1: excluded from every figure). */
const REPEATS = `FROM whistle WHERE subdistrict_id = $1 AND repeat_of IS NOT NULL AND blown_at >= $2 AND blown_at < $3
  AND state NOT IN ('MERGED', 'NOT_ACCEPTED', 'WITHDRAWN')`;

/** Reads themes, and counts the repeats that make them. */
@Injectable()
export class MonthlyThemesRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  async find(subdistrictId: string, id: string) {
    if (!z.uuid().safeParse(id).success) return undefined;
    const row = await this.database.forTenant(subdistrictId).monthlyTheme.findUnique({ where: { id } });
    return row ?? undefined;
  }

  list(subdistrictId: string, month: string | undefined) {
    return this.database.forTenant(subdistrictId).monthlyTheme.findMany({
      where: month === undefined ? {} : { month },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
      take: MOST_THEMES,
    });
  }

  /** Categories repeated often enough in the month, those with most repeats first. */
  async candidates(subdistrictId: string, month: string): Promise<Candidate[]> {
    const [rows, themes] = await Promise.all([
      this.query<CountedRow>(
        subdistrictId,
        `SELECT category_code, count(*)::int AS repeats, array_agg(DISTINCT community_id) AS community_ids,
           (array_agg(json_build_object('id', id, 'number', number, 'repeatOf', repeat_of)
              ORDER BY blown_at DESC))[1:${MOST_WHISTLES}] AS whistles
         ${REPEATS} GROUP BY category_code HAVING count(*) >= $4 ORDER BY repeats DESC, category_code`,
        [month, MONTHLY_THEME_RULES.repeatsOfOneCategory],
      ),
      this.list(subdistrictId, month),
    ]);
    const proposed = new Map(
      themes.filter(({ state }) => state !== 'REFUSED').map((theme) => [theme.categoryCode, theme.id]),
    );
    return rows.map((row) => ({
      ...{ categoryCode: row.category_code, repeats: row.repeats, communityIds: row.community_ids },
      ...{ whistles: row.whistles, themeId: proposed.get(row.category_code) },
    }));
  }

  async repeatsOf(subdistrictId: string, month: string, categoryCode: string): Promise<number> {
    const sql = `SELECT count(*)::int AS repeats ${REPEATS} AND category_code = $4`;
    const [row] = await this.query<{ repeats: number }>(subdistrictId, sql, [month, categoryCode]);
    return row?.repeats ?? 0;
  }

  private async query<Row extends object>(
    subdistrictId: string,
    text: string,
    [month, last]: [string, string | number],
  ): Promise<Row[]> {
    const { from, to } = monthBounds(month);
    const values = [subdistrictId, new Date(from), new Date(to), last];
    const { rows } = await orDatabaseUnavailable(() => this.database.pool(subdistrictId).query<Row>(text, values));
    return rows;
  }
}
