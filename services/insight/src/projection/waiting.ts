import type { RungAt, WaitingFor } from '@hsl/contracts/steps';
import type { FiredRung, MatterFile, TaskFacts } from './matter-file.js';

/** Somebody who is waited for, with the clock that runs for them. */
export interface Waiting extends WaitingFor {
  /** Where it is not since the matter waits. */
  since?: number;
  dueAt?: number;
  nextRung?: RungAt;
}

const ANSWERED: readonly TaskFacts['state'][] = ['FEEDBACK_SUBMITTED', 'VERIFIED'];

/**
 * Who is waited for now. The whistle names the departments it sent tasks to; their own events say which step each of
 * them owes, until when, who has answered already, and who must rule on a task that one of them sent back. Until the
 * whistle has heard that all have answered, the lead is waited for: an open matter always has somebody (S15).
 */
export function waitingOf({ whistle, tasks, rungs }: MatterFile): Waiting[] {
  if (!whistle) return [];
  const { snapshot, sequence } = whistle;
  const ownClock = { dueAt: snapshot.dueAt, nextRung: latestRung(snapshot.nextRung, sequence, '', rungs) };
  const waiting = snapshot.waitingFor.flatMap((party): Waiting[] => {
    const task = party.kind === 'department' ? currentTask(tasks, party.id, snapshot.reworkCount) : undefined;
    if (!task) return [{ ...party, ...ownClock }];
    return ANSWERED.includes(task.state) ? [] : [owedOf(task, party, rungs)];
  });
  if (waiting.length > 0) return onceEach(waiting);
  const lead = snapshot.waitingFor.filter(({ id }) => id === snapshot.leadDepartmentId);
  return (lead.length > 0 ? lead : snapshot.waitingFor).map((party) => ({ ...party, dueAt: snapshot.dueAt }));
}

/** Two units may have sent their tasks back to the same person, who is waited for once, until the earlier day. */
function onceEach(waiting: readonly Waiting[]): Waiting[] {
  const parties = new Map<string, Waiting>();
  for (const one of waiting) {
    const party = `${one.kind} ${one.id} ${one.step}`;
    const known = parties.get(party);
    if (!known || (one.dueAt ?? Infinity) < (known.dueAt ?? Infinity)) parties.set(party, one);
  }
  return [...parties.values()];
}

/** The department's task of this round; an answer to the round before says nothing about this one. */
const currentTask = (tasks: readonly TaskFacts[], departmentId: string, reworkCount: number): TaskFacts | undefined =>
  tasks.find((task) => task.departmentId === departmentId && task.round > reworkCount);

function owedOf(task: TaskFacts, unit: WaitingFor, rungs: readonly FiredRung[]): Waiting {
  const nextRung = latestRung(task.nextRung, task.sequence, task.taskId, rungs);
  const { state, ruling, acknowledgeDueAt, feedbackDueAt } = task;
  if (ruling) return { ...ruling, nextRung };
  if (state !== 'DISPATCHED') return { ...unit, step: 'feedback', dueAt: feedbackDueAt, nextRung };
  return { ...unit, step: 'acknowledge', dueAt: Math.min(acknowledgeDueAt, feedbackDueAt), nextRung };
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
