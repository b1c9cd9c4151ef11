import type { TimelineRow } from '@hsl/database/decision';
import { toIso } from '@hsl/contracts/instants';
import type { RungKind } from '@hsl/contracts/steps';
import type { TaskState } from '@hsl/contracts/states';
import type { TaskDecision, TaskFact } from '@hsl/workflows/department-task/department-task.activities';
import type { TimelineKind } from '../tasks/timeline-words.js';

const RUNGS: Partial<Record<RungKind, TimelineKind>> = {
  reminder: 'reminded',
  yellowCard: 'yellowCard',
  redCard: 'redCard',
};

/** The line of the task's history: codes, numbers and instants; the words are found when somebody reads it. */
export function historyOf({ fact, by, after }: TaskDecision): TimelineRow {
  const who = by.role === 'system' ? {} : { actorId: by.userId, actorRole: by.role };
  if (fact.type === 'rung') {
    const { step, rung, dueAt } = fact;
    return { kind: RUNGS[fact.kind] ?? 'rung', details: { step, rung, dueAt: toIso(dueAt), round: after.round } };
  }
  const details = {
    round: after.round,
    ...('onTime' in fact ? { onTime: fact.onTime } : {}),
    ...('contentId' in fact ? { feedbackId: fact.contentId } : {}),
    ...(fact.type === 'dispatched' ? { acknowledgeDueAt: toIso(after.acknowledgeDueAt) } : {}),
    ...(fact.type === 'dispatched' || fact.type === 'reworked' ? { feedbackDueAt: toIso(after.feedbackDueAt) } : {}),
  };
  return { kind: fact.type, fromState: fromStateOf(fact, after.round), toState: after.state, ...who, details };
}

/** The state the step was taken from, as far as the step tells it; a rework may follow a feedback or a verification. */
function fromStateOf(fact: TaskFact, round: number): TaskState | undefined {
  if (fact.type === 'acknowledged') return 'DISPATCHED';
  if (fact.type === 'feedbackSubmitted') return round === 1 ? 'ACKNOWLEDGED' : 'IN_PROGRESS';
  return undefined;
}
