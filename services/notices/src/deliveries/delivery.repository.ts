import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { CloudEvent } from '@hsl/contracts/event';
import { toIso } from '@hsl/contracts/instants';
import { queryRows } from '@hsl/database/model-rows';
import type { NoticedEvent } from '../rules/notice-rules.js';
import { whistleOf } from '../rules/notice-subject.js';
import type { PlannedDelivery } from './delivery-plan.js';

/**
 * A person is reached by a channel with an address there, if the rule or the person's own choice says so. An alarm of a
 * G1 or G2 matter goes by the rule, whatever was chosen. $1 subdistrict, $2 event, $3 whistle, $4 whether it is known
 * to be urgent.
 */
const ADD_SQL = `
  WITH grade AS (
    SELECT $4::boolean OR EXISTS (SELECT FROM urgent_matter WHERE whistle_id = $3::uuid) AS is_urgent
  )
  INSERT INTO delivery (subdistrict_id, user_id, notice_id, channel, urgency, is_urgent, due_at)
  SELECT $1, n.user_id, n.id, p.channel, p.urgency, g.is_urgent, p.due_at
  FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[], $10::timestamptz[])
    AS p(user_id, channel, kind_group, urgency, by_rule, due_at)
  CROSS JOIN grade g
  JOIN notice n ON n.event_id = $2 AND n.user_id = p.user_id
  JOIN contact_address a
    ON a.subdistrict_id = $1 AND a.user_id = p.user_id AND a.channel = p.channel AND a.confirmed_at IS NOT NULL
  LEFT JOIN channel_choice c
    ON c.subdistrict_id = $1 AND c.user_id = p.user_id AND c.channel = p.channel AND c.kind_group = p.kind_group
  WHERE CASE WHEN c.choice IS NULL OR (g.is_urgent AND p.urgency = 'alarm') THEN p.by_rule ELSE c.choice = 'always' END
  ON CONFLICT (notice_id, channel) DO NOTHING
  RETURNING id`;

/** The writing side: what is to go out, in the transaction that writes the inboxes. */
@Injectable()
export class DeliveryRepository {
  /** @returns how many are on their way */
  async add(
    client: pg.PoolClient,
    event: CloudEvent<NoticedEvent>,
    planned: readonly PlannedDelivery[],
    isUrgent: boolean,
  ): Promise<number> {
    if (planned.length === 0) return 0;
    const column = <Field extends keyof PlannedDelivery>(field: Field): PlannedDelivery[Field][] =>
      planned.map((one) => one[field]);
    const rows = await queryRows(client, ADD_SQL, [
      ...[event.subdistrictid, event.id, whistleOf(event).whistleId, isUrgent],
      ...[column('userId'), column('channel'), column('group'), column('urgency'), column('byRule')],
      column('dueAt').map(toIso),
    ]);
    return rows.length;
  }
}
