import type pg from 'pg';
import type { CloudEvent } from '@hsl/contracts/event';
import { isUrgent, type Grade } from '@hsl/contracts/grades';
import { queryRows } from '@hsl/database/model-rows';
import type { NoticedEvent } from '../rules/notice-rules.js';
import { whistleOf } from '../rules/notice-subject.js';

/** What may make a matter urgent or not; the events of cards and tasks name no grade. */
const GRADED: readonly NoticedEvent[] = ['whistle.blown.v1', 'whistle.accepted.v1', 'whistle.regraded.v1'];
const AGAIN: NoticedEvent = 'whistle.reopened.v1';
const ENDED: readonly NoticedEvent[] = ['whistle.concluded.v1', 'whistle.withdrawn.v1', 'whistle.merged.v1'];

const NOTE_SQL = 'INSERT INTO urgent_matter (subdistrict_id, whistle_id) VALUES ($1, $2) ON CONFLICT DO NOTHING';
const FORGET_SQL = 'DELETE FROM urgent_matter WHERE subdistrict_id = $1 AND whistle_id = $2';

/** True if the event itself says that its matter is of grade G1 or G2. */
export const saysUrgent = ({ data }: CloudEvent<NoticedEvent>): boolean => {
  const { grade } = data as { grade?: Grade };
  return grade !== undefined && isUrgent(grade);
};

/** Remembers which matters are urgent, for what comes later without a grade. */
export async function noteUrgency(client: pg.PoolClient, event: CloudEvent<NoticedEvent>): Promise<void> {
  const { whistleId } = whistleOf(event);
  const values = [event.subdistrictid, whistleId];
  const urgent = saysUrgent(event);
  if (urgent && (GRADED.includes(event.type) || event.type === AGAIN)) await queryRows(client, NOTE_SQL, values);
  else if (ENDED.includes(event.type) || (event.type !== 'whistle.blown.v1' && GRADED.includes(event.type)))
    await queryRows(client, FORGET_SQL, values);
}
