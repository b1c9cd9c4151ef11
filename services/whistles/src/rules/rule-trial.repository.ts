import type { Grade } from '@hsl/contracts/grades';
import { queryRows } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { TRIED_STATES, type Stay, type TriedState } from './rule-trial.js';

/** Steps that rules are tried on; a subdistrict takes some hundreds in a quarter. */
export const MOST_STAYS = 20_000;

interface Row {
  state: TriedState;
  grade: Grade;
  from: Date;
  to: Date | null;
}

/** Each stay from the line that entered the state to the line that left it. */
const STAYS = `WITH moves AS (
    SELECT w.grade, t.to_state AS state, t.at AS "from",
      lead(t.at) OVER (PARTITION BY t.aggregate_id ORDER BY t.position) AS "to"
    FROM whistle w JOIN timeline_entry t ON t.aggregate_id = w.id::text
    WHERE w.subdistrict_id = $1 AND w.blown_at >= $2
      AND t.to_state IS NOT NULL AND t.from_state IS DISTINCT FROM t.to_state
  )
  SELECT state, grade, "from", "to" FROM moves WHERE state = ANY ($3::text[]) ORDER BY "from" DESC LIMIT $4`;

/** Steps of whistles, with when they began and ended, out of the trail. */
@Injectable()
export class RuleTrialRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** Of the whistles blown since then, the newest steps first; at most MOST_STAYS. */
  async staysSince(subdistrictId: string, since: Date): Promise<Stay[]> {
    const values = [subdistrictId, since, TRIED_STATES, MOST_STAYS];
    const rows = await queryRows<Row>(this.database.pool(subdistrictId), STAYS, values);
    return rows.map(({ from, to, ...row }) => ({ ...row, from: from.getTime(), to: to?.getTime() }));
  }
}
