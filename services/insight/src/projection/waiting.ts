import type { RungAt, WaitingFor } from '@hsl/contracts/steps';
import type { FiredRung, MatterFile, TaskFacts } from './matter-file.js';

/** Somebody who is waited for, with the clock that runs for them. */
export interface Waiting extends WaitingFor {
  dueAt?: number;
  nextRung?: RungAt;
}

const ANSWERED: readonly TaskFacts['state'][] = ['FEEDBACK_SUBMITTED', 'VERIFIED'];

/**
 * Who is waited for now. The whistle names the departments it sent tasks to; their own events say which step each of
 * them owes, until when, and who has answered already. Until the whistle has heard that all have, the lead is waited
 * for: an open matter always has somebody (S15).
 */
export function waitingOf({ whistle, tasks, rungs }: MatterFile): Waiting[] {
  if (!whistle) return [];
  const { snapshot, sequence } = whistle;
  const ownClock = { dueAt: snapshot.dueAt, nextRung: latestRung(snapshot.nextRung, sequence, '', rungs) };
  const waiting = snapshot.waitingFor.flatMap((party): Waiting[] => {
    const task = party.kind === 'department' ? currentTask(tasks, party.id, snapshot.reworkCount) : undefined;
    if (!task) return [{ ...party, ...ownClock }];
    return ANSWERED.includes(task.state) ? [] : [{ ...party, ...clockOf(task, rungs) }];
  });
  if (waiting.length > 0) return waiting;
  const lead = snapshot.waitingFor.filter(({ id }) => id === snapshot.leadDepartmentId);
  return (lead.length > 0 ? lead : snapshot.waitingFor).map((party) => ({ ...party, dueAt: snapshot.dueAt }));
}

/** The department's task of this round; an answer to the round before says nothing about this one. */
const currentTask = (tasks: readonly TaskFacts[], departmentId: string, reworkCount: number): TaskFacts | undefined =>
  tasks.find((task) => task.departmentId === departmentId && task.round > reworkCount);

function clockOf(task: TaskFacts, rungs: readonly FiredRung[]): Pick<Waiting, 'step' | 'dueAt' | 'nextRung'> {
  const nextRung = latestRung(task.nextRung, task.sequence, task.taskId, rungs);
  if (task.state !== 'DISPATCHED') return { step: 'feedback', dueAt: task.feedbackDueAt, nextRung };
  return { step: 'acknowledge', dueAt: Math.min(task.acknowledgeDueAt, task.feedbackDueAt), nextRung };
}

/** What the newest event of the clock's owner says comes next: the row's own, or that of a rung fired since. */
function latestRung(
  own: RungAt | undefined,
  sequence: number,
  ownerId: string,
  rungs: readonly FiredRung[],
): RungAt | undefined {
  let latest: { nextRung?: RungAt; sequence: number } = { nextRung: own, sequence };
  for (const rung of rungs) if (rung.ownerId === ownerId && rung.sequence > latest.sequence) latest = rung;
  return latest.nextRung;
}
