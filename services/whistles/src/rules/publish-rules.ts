import type { CloudEvent } from '@hsl/contracts/event';
import type { Instant } from '@hsl/contracts/instants';
import { announce } from '@hsl/database/announce';
import type { AnyOutgoingEvent } from '@hsl/database/decision';
import { envelopeOf } from '@hsl/database/event-envelope';
import type { Queryable } from '@hsl/database/queryable';
import type { Calendar } from '@hsl/domain/limit';
import { completeRuleSet } from '@hsl/domain/rule-set-completion';

interface RuleSetRow {
  version: number;
  effectiveFrom: Date;
  content: unknown;
}

const RULES_SQL = `UPDATE rule_set SET published_at = $2 WHERE subdistrict_id = $1 AND published_at IS NULL
  RETURNING version, effective_from AS "effectiveFrom", content`;
const CALENDARS_SQL = `UPDATE work_calendar SET published_at = $2 WHERE subdistrict_id = $1 AND published_at IS NULL
  RETURNING version, first_year AS "firstYear", last_year AS "lastYear", holidays, make_up_workdays AS "makeUpWorkdays"`;

/**
 * Tells other services of every version of rules and calendar that they have not been told of, in the transaction that
 * writes one, and from the seed for those that are older than this telling (S102; domain 2.7).
 */
export async function publishRules(db: Queryable, subdistrictId: string, at: Instant): Promise<void> {
  const values = [subdistrictId, new Date(at)];
  const rules = await db.query<RuleSetRow>({ text: RULES_SQL, values });
  const calendars = await db.query<Calendar>({ text: CALENDARS_SQL, values });
  const byVersion = (one: { version: number }, other: { version: number }) => one.version - other.version;
  const told = [...rules.rows.toSorted(byVersion).map(rulesOf), ...calendars.rows.toSorted(byVersion).map(calendarOf)];
  const context = { source: 'whistles', subdistrictId, at, sequence: at } as const;
  await announce(
    db,
    told.map((data): CloudEvent => envelopeOf({ ...data, subject: subdistrictId } as AnyOutgoingEvent, context)),
  );
}

type Told = Pick<AnyOutgoingEvent, 'type' | 'data'>;

function rulesOf({ version, effectiveFrom, content }: RuleSetRow): Told {
  const { timeScale, proposals } = completeRuleSet(content);
  return {
    type: 'ruleSet.published.v1',
    data: { ruleSetVersion: version, effectiveFrom: effectiveFrom.getTime(), timeScale, proposals: { ...proposals } },
  };
}

const calendarOf = ({ version, firstYear, lastYear, holidays, makeUpWorkdays }: Calendar): Told => ({
  type: 'calendar.published.v1',
  data: { version, firstYear, lastYear, holidays: [...holidays], makeUpWorkdays: [...makeUpWorkdays] },
});
