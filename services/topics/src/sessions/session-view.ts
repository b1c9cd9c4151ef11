import { deadlinesOf, rungOf } from '@hsl/contracts/clock-answers';
import type { ActionView } from '@hsl/contracts/process-view';
import type { Session } from '@hsl/contracts/schemas/sessions';
import type { SessionFormat } from '@hsl/contracts/sessions';
import type { Deadline, RungAt } from '@hsl/contracts/steps';
import type { SessionRow } from './sessions.repository.js';

/** A session as it is answered. */
export function sessionViewOf(row: SessionRow, actions: ActionView[], now: number): Session {
  const { id, communityIds, round, version, convenedBy, memberIds } = row;
  return {
    ...{ id, communityIds, round, version, convenedBy, memberIds, actions },
    ...{ whistleId: row.whistleId ?? undefined, number: row.number ?? undefined },
    ...{ communityId: row.communityId ?? undefined, topicId: row.topicId ?? undefined },
    purpose: row.purpose as Session['purpose'],
    state: row.state as Session['state'],
    sittings: row.sittings.map(({ round: held, format, startsAt, endsAt }) => ({
      ...{ round: held, format: format as SessionFormat },
      ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    })),
    outcome: (row.outcome ?? undefined) as Session['outcome'],
    convenedAt: row.convenedAt.toISOString(),
    leadDepartmentId: row.leadDepartmentId ?? undefined,
    dueAt: row.dueAt.toISOString(),
    overdue: row.state === 'CONVENED' && row.dueAt.getTime() < now,
    nextRung: rungOf(row.nextRung as unknown as RungAt | null),
    deadlines: deadlinesOf(row.deadlines as unknown as Deadline[]),
    minutes: row.minutes.map(
      ({ id: minutesId, outcome, problem, consensus, dissent, nextStep, attendance, finalAt }) => ({
        ...{ id: minutesId, outcome: outcome as NonNullable<Session['outcome']>, problem, attendance },
        ...{ consensus: consensus ?? undefined, dissent: dissent ?? undefined, nextStep: nextStep ?? undefined },
        recordedAt: (finalAt ?? row.convenedAt).toISOString(),
      }),
    ),
  };
}
