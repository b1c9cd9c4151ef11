import { toIso, type Instant } from '@hsl/contracts/instants';
import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import type { RungAt } from '@hsl/contracts/steps';
import type { Waiting } from '../projection/waiting.js';
import type { MatterRow } from './matters.repository.js';
import type { PlaceNames } from './place-names.js';

/** A matter as it is answered; late or not is decided now. */
export function liveMatter(row: MatterRow, names: PlaceNames, now: Instant): LiveMatter {
  const { number, version, state, grade, level } = row;
  return {
    ...{ id: row.whistle_id, number, version, state, open: row.is_open, grade, level },
    kind: row.kind ?? undefined,
    ...{ communityId: row.community_id, communityName: names.community(row.community_id) },
    ...{ categoryCode: row.category_code, topicId: row.topic_id ?? undefined },
    ...{ leadDepartmentId: row.lead_department_id ?? undefined, departmentIds: row.department_ids },
    waitingFor: row.waiting_for.map((waiting) => liveWaiting(waiting, names)),
    ...{ since: isoOf(row.waiting_since), dueAt: isoOf(row.due_at) },
    overdue: row.due_at !== null && row.due_at.getTime() < now,
    nextRung: row.next_rung === null ? undefined : rungOf(row.next_rung),
    cards: { yellow: row.yellow_cards, red: row.red_cards },
    reworkCount: row.rework_count,
    blownAt: row.blown_at.toISOString(),
    ...{ endedAt: isoOf(row.ended_at), outcome: row.outcome ?? undefined },
    ...{ concludedAt: isoOf(row.concluded_at), updatedAt: row.updated_at.toISOString() },
  };
}

const liveWaiting = (
  { step, kind, id, dueAt, nextRung }: Waiting,
  names: PlaceNames,
): LiveMatter['waitingFor'][number] => ({
  ...{ step, kind, id },
  name: kind === 'department' ? names.department(id) : undefined,
  dueAt: dueAt === undefined ? undefined : toIso(dueAt),
  nextRung: nextRung === undefined ? undefined : rungOf(nextRung),
});

const rungOf = ({ rung, kind, at }: RungAt): LiveMatter['nextRung'] => ({ rung, kind, at: toIso(at) });
const isoOf = (instant: Date | null): string | undefined => instant?.toISOString();
