import type { ReviewFigure } from '@hsl/contracts/topics';
import { HELD_ON, IS_HELD } from '../activity/held-entries.js';

const WITHIN = (column: string): string => `${column} >= $2 AND ${column} < $3`;
const DAY = (parameter: string): string => `(${parameter}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`;

/** How each figure is counted, in a subdistrict ($1) from $2 on and before $3 (S116). */
const FROM_WHERE: Readonly<Record<ReviewFigure, string>> = {
  topicsProposed: `topic WHERE subdistrict_id = $1 AND ${WITHIN('proposed_at')}`,
  topicsSetByLeadership: `topic WHERE subdistrict_id = $1 AND ${WITHIN('proposed_at')} AND source = 'leadership'`,
  topicsPlanned: `topic WHERE subdistrict_id = $1 AND ${WITHIN('solving_at')}`,
  topicsResolved: `topic JOIN timeline_entry t ON t.aggregate_id = topic.id::text AND t.kind = 'close'
    WHERE topic.subdistrict_id = $1 AND ${WITHIN('t.at')} AND outcome = 'resolved'`,
  sessionsConvened: `session WHERE subdistrict_id = $1 AND ${WITHIN('convened_at')} AND state <> 'CANCELLED'`,
  submissionsReceived: `submission WHERE subdistrict_id = $1 AND ${WITHIN('received_at')} AND state <> 'WITHDRAWN'`,
  submissionsAnswered: `submission WHERE subdistrict_id = $1 AND ${WITHIN('answered_at')}`,
  proposalsSubmitted: `proposal WHERE subdistrict_id = $1 AND ${WITHIN('submitted_at')}`,
  // A day counts where it begins: the last day of a span that is cut at noon counts.
  activitiesHeld: `register_entry WHERE subdistrict_id = $1 AND ${IS_HELD}
    AND ${HELD_ON} >= ${DAY('$2')} AND ${HELD_ON} <= ${DAY(`($3::timestamptz - interval '1 millisecond')`)}`,
};

/** One row with all figures. */
export const FIGURES_SQL = `SELECT ${Object.entries(FROM_WHERE)
  .map(([figure, from]) => `(SELECT count(*)::int FROM ${from}) AS "${figure}"`)
  .join(', ')}`;
