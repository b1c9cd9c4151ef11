import type { CloudEvent } from '@hsl/contracts/event';
import { toIso } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import { instantOf, subjectOf, type ReportEvent } from './report-events.js';

/** Events that reports alone rest on, each kept as it was told. */
@Injectable()
export class ReportEventsRepository {
  async keep(db: Queryable, event: ReportEvent): Promise<void> {
    const { subdistrictid, id, type, sequence, data } = event as CloudEvent;
    await db.query({
      name: 'keep_report_event',
      text: `INSERT INTO report_event (subdistrict_id, event_id, type, subject, sequence, at, data)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      values: [subdistrictid, id, type, subjectOf(event), sequence, toIso(instantOf(event)), JSON.stringify(data)],
    });
  }

  /** The version of the rules in force at `at`; undefined if none was told of. */
  async ruleSetVersion(db: Queryable, subdistrictId: string, at: Date): Promise<number | undefined> {
    const { rows } = await db.query<{ version: number }>({
      name: 'rule_set_version',
      text: `SELECT (data->>'ruleSetVersion')::int AS version FROM report_event
        WHERE subdistrict_id = $1 AND type = 'ruleSet.published.v1'
          AND (data->>'effectiveFrom')::bigint <= $2::bigint
        ORDER BY (data->>'effectiveFrom')::bigint DESC, 1 DESC LIMIT 1`,
      values: [subdistrictId, at.getTime()],
    });
    return rows[0]?.version;
  }
}
