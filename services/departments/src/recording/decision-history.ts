import type { TimelineRow } from '@hsl/database/decision';
import { toIso } from '@hsl/contracts/instants';
import type { RungKind } from '@hsl/contracts/steps';
import type { TaskDecision } from '@hsl/workflows/department-task/department-task.activities';
import type { TimelineKind } from '../tasks/timeline-words.js';

const RUNGS: Record<RungKind, TimelineKind> = {
  reminder: 'reminded',
  yellowCard: 'yellowCard',
  redCard: 'redCard',
  superviseOrder: 'superviseOrder',
  interview: 'interview',
  escalatedSupervision: 'escalatedSupervision',
};

/** The line of the task's history: codes, numbers and instants; the words are found when somebody reads it. */
export function historyOf({ fact, by, from, after }: TaskDecision): TimelineRow {
  const who = by.role === 'system' ? {} : { actorId: by.userId, actorRole: by.role };
  const { round } = after;
  if (fact.type === 'rung') {
    const { step, rung, dueAt } = fact;
    return { kind: RUNGS[fact.kind], details: { step, rung, dueAt: toIso(dueAt), round } };
  }
  const begins = fact.type === 'dispatched' || fact.type === 'reworked';
  const details = {
    round,
    ...('onTime' in fact ? { onTime: fact.onTime } : {}),
    ...('tacit' in fact && fact.tacit ? { tacit: true } : {}),
    ...('contentId' in fact && fact.contentId ? { [noteNameOf(fact.type)]: fact.contentId } : {}),
    ...('toDepartmentId' in fact ? { toDepartmentId: fact.toDepartmentId } : {}),
    ...('newDueAt' in fact ? { newDueAt: toIso(fact.newDueAt) } : {}),
    ...(fact.type === 'dispatched' ? { acknowledgeDueAt: toIso(after.acknowledgeDueAt) } : {}),
    ...(begins ? { feedbackDueAt: toIso(after.feedbackDueAt) } : {}),
  };
  return { kind: fact.type, fromState: from, toState: after.state, ...who, details };
}

const noteNameOf = (type: string): string => (type === 'feedbackSubmitted' ? 'feedbackId' : 'noteId');
