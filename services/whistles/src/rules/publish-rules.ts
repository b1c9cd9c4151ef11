import type { CloudEvent } from '@hsl/contracts/event';
import type { Instant } from '@hsl/contracts/instants';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import type { Queryable } from '@hsl/database/queryable';
import { completeRuleSet } from '@hsl/domain/rule-set-completion';

interface RuleSetRow {
  version: number;
  effectiveFrom: Date;
  content: unknown;
}

const PUBLISH_SQL = `UPDATE rule_set SET published_at = $2 WHERE subdistrict_id = $1 AND published_at IS NULL
  RETURNING version, effective_from AS "effectiveFrom", content`;

/**
 * Tells other services of every version of the rules that they have not been told of: in the transaction that writes
 * one, and from the seed for those that are older than this telling (S102).
 */
export async function publishRules(db: Queryable, subdistrictId: string, at: Instant): Promise<void> {
  const { rows } = await db.query<RuleSetRow>({ text: PUBLISH_SQL, values: [subdistrictId, new Date(at)] });
  const byVersion = rows.toSorted((one, other) => one.version - other.version);
  await announce(
    db,
    byVersion.map((row) => publishedEvent(row, subdistrictId, at)),
  );
}

function publishedEvent(
  { version, effectiveFrom, content }: RuleSetRow,
  subdistrictId: string,
  at: Instant,
): CloudEvent {
  const { timeScale, proposals, departmentScore } = completeRuleSet(content);
  const from = effectiveFrom.getTime();
  const data = {
    ruleSetVersion: version,
    effectiveFrom: from,
    timeScale,
    proposals: { ...proposals },
    departmentScore,
  };
  return envelopeOf(
    { type: 'ruleSet.published.v1', subject: subdistrictId, data },
    { source: 'whistles', subdistrictId, at, sequence: at },
  );
}
