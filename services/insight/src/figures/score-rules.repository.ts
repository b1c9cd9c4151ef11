import type { CloudEvent } from '@hsl/contracts/event';
import type { Queryable } from '@hsl/database/queryable';
import { DEFAULT_RULE_SET, type DepartmentScoreWeights } from '@hsl/domain/rule-set';
import { Injectable } from '@nestjs/common';

/** A subdistrict changes its rules a few times a year. */
const MOST_VERSIONS = 500;

interface RulesRow {
  effective_from: Date;
  weights: DepartmentScoreWeights;
}

/** The copy of the rules, as far as figures rest on them; a version never changes. */
@Injectable()
export class ScoreRulesRepository {
  /** A version from before there were weights goes by those of today's code. */
  async keep(db: Queryable, { subdistrictid, data }: CloudEvent<'ruleSet.published.v1'>): Promise<void> {
    const { ruleSetVersion, effectiveFrom, departmentScore = DEFAULT_RULE_SET.departmentScore } = data;
    await db.query({
      name: 'keep_score_rules',
      text: `INSERT INTO score_rules (subdistrict_id, version, effective_from, weights) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING`,
      values: [subdistrictid, ruleSetVersion, new Date(effectiveFrom), JSON.stringify(departmentScore)],
    });
  }

  /** The weights in force at an instant: those of the newest version that was effective by then. */
  async weightsAt(db: Queryable, subdistrictId: string): Promise<(at: number) => DepartmentScoreWeights> {
    const { rows } = await db.query<RulesRow>({
      text: `SELECT effective_from, weights FROM score_rules WHERE subdistrict_id = $1
        ORDER BY version DESC LIMIT $2`,
      values: [subdistrictId, MOST_VERSIONS],
    });
    return (at) => rows.find((row) => row.effective_from.getTime() <= at)?.weights ?? DEFAULT_RULE_SET.departmentScore;
  }
}
