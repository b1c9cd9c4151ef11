import type { Queryable } from '@hsl/database/queryable';
import type { AskedMember, CheckInDecision, CheckInFact } from '@hsl/workflows/check-in/check-in.activities';
import type { AffectedCheckIn } from './check-in-rows.js';

type Query = Parameters<Queryable['query']>[0];

interface Row extends Omit<AffectedCheckIn, 'dueAt'> {
  dueAt: Date;
}

const COLUMNS = 'id AS "checkInId", member_id AS "memberId", round, state, due_at AS "dueAt"';

/** The check-ins a decision changes, in the order they were asked. */
export async function affectedBy(db: Queryable, { whistleId, fact }: CheckInDecision): Promise<AffectedCheckIn[]> {
  if (fact.type === 'claimed') return [claimed(fact)];
  const query = fact.type === 'substituted' ? silentOf(whistleId) : namedOf(whistleId, namedBy(fact));
  if (!query) return [];
  const { rows } = await db.query<Row>(query);
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
}

/** Its row is made by this decision. */
const claimed = (fact: Extract<CheckInFact, { type: 'claimed' }>): AffectedCheckIn => {
  const { checkInId, memberId, round, deadline } = fact;
  return { checkInId, memberId, round, state: 'REQUESTED', dueAt: deadline.dueAt };
};

/** The members a decision asked, best first. */
export async function askedBy(db: Queryable, { whistleId, decisionNo }: CheckInDecision): Promise<AskedMember[]> {
  const { rows } = await db.query<AskedMember>({
    name: 'asked_by',
    text: `SELECT id AS "checkInId", member_id AS "memberId" FROM check_in
      WHERE whistle_id = $1 AND decision_no = $2 ORDER BY (pick_reason->>'rank')::integer`,
    values: [whistleId, decisionNo],
  });
  return rows;
}

function namedBy(fact: CheckInFact): string[] {
  if ('checkInIds' in fact) return fact.checkInIds;
  if ('rescheduled' in fact) return fact.rescheduled.flatMap(({ checkInIds }) => checkInIds);
  return 'checkInId' in fact ? [fact.checkInId] : [];
}

const namedOf = (whistleId: string, ids: string[]): Query | undefined =>
  ids.length === 0
    ? undefined
    : {
        name: 'named_check_ins',
        text: `SELECT ${COLUMNS} FROM check_in WHERE whistle_id = $1 AND id = ANY ($2::uuid[]) ORDER BY requested_at, id`,
        values: [whistleId, ids],
      };

/** Whom the liaison officer stands in for: those who stayed silent when the last were asked. */
const silentOf = (whistleId: string): Query => ({
  name: 'silent_check_ins',
  text: `SELECT ${COLUMNS} FROM check_in
    WHERE whistle_id = $1 AND state = 'MISSED'
      AND round = (SELECT max(round) FROM check_in WHERE whistle_id = $1 AND state = 'MISSED')
    ORDER BY requested_at, id`,
  values: [whistleId],
});
