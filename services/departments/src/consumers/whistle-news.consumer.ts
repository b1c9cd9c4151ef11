import type { CloudEvent } from '@hsl/contracts/event';
import { toIso } from '@hsl/contracts/instants';
import { queryRows } from '@hsl/database/model-rows';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type pg from 'pg';

const KEEP_MEMBERS = `INSERT INTO known_whistle (id, subdistrict_id, member_ids)
  SELECT $4::uuid, $5::text, $6::text[] FROM noted
  ON CONFLICT (id) DO UPDATE SET member_ids = EXCLUDED.member_ids`;

/** What happens to a whistle after its tasks, and what of it the rights on its tasks ask for. */
@Controller()
export class WhistleNewsConsumer {
  constructor(private readonly inbox: Inbox) {}

  /** The members who checked in may read the tasks. */
  @EventPattern(['whistle.dispatched.v1', 'whistle.unitsChanged.v1'])
  async onUnits(@Payload() event: CloudEvent<'whistle.dispatched.v1' | 'whistle.unitsChanged.v1'>): Promise<void> {
    const { whistleId, memberIds } = event.data;
    await this.inbox.onceBy(event, { text: KEEP_MEMBERS, values: [whistleId, event.subdistrictid, memberIds] });
  }

  /** What has been fed back is verified; the version stays the workflow's, which may yet order a rework. */
  @EventPattern('whistle.verified.v1')
  async onVerified(@Payload() event: CloudEvent<'whistle.verified.v1'>): Promise<void> {
    await this.inbox.once(event, async (client) => {
      await keepMembers(client, event.subdistrictid, event.data);
      await markVerified(client, event);
    });
  }

  /** Domain 4.5: after a dissatisfied resident the head signs the new feedback. */
  @EventPattern('revisit.done.v1')
  async onRevisited(@Payload() event: CloudEvent<'revisit.done.v1'>): Promise<void> {
    const { dissatisfiedCount, whistleId } = event.data;
    await this.inbox.once(event, async (client) => {
      await keepMembers(client, event.subdistrictid, event.data);
      await client.query('UPDATE known_whistle SET dissatisfied_count = $2 WHERE id = $1', [
        ...[whistleId, dissatisfiedCount],
      ]);
    });
  }
}

async function keepMembers(
  client: pg.PoolClient,
  subdistrictId: string,
  { whistleId, memberIds }: { whistleId: string; memberIds: string[] },
): Promise<void> {
  await queryRows(
    client,
    `INSERT INTO known_whistle (id, subdistrict_id, member_ids) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET member_ids = EXCLUDED.member_ids`,
    [whistleId, subdistrictId, memberIds],
  );
}

/**
 * Only what was fed back before the verification: the event may come late, when a rework has been fed back already.
 * One statement, so that a task never turns without its line of history.
 */
async function markVerified(client: pg.PoolClient, event: CloudEvent<'whistle.verified.v1'>): Promise<void> {
  await queryRows(
    client,
    `WITH verified AS (
       UPDATE department_task SET state = 'VERIFIED', verified_at = $2
       WHERE whistle_id = $1 AND state = 'FEEDBACK_SUBMITTED' AND feedback_at <= $2
       RETURNING id, subdistrict_id, version, round
     )
     INSERT INTO timeline_entry
       (subdistrict_id, aggregate_id, version, decision_id, kind, from_state, to_state, at, details)
     SELECT subdistrict_id, id::text, version, $3, 'verified', 'FEEDBACK_SUBMITTED', 'VERIFIED', $2,
       jsonb_build_object('round', round)
     FROM verified`,
    [event.data.whistleId, toIso(event.data.at), event.id],
  );
}
