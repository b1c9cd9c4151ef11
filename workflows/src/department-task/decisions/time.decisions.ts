import type { Instant } from '@hsl/contracts/instants';
import { Refused } from '@hsl/domain/refused';
import { FULL_LADDER, movedTo, startClock } from '@hsl/domain/running-clock';
import { longestExtension, workingDaysBefore } from '@hsl/domain/working-days-before';
import type {
  AgreePauseCommand,
  ExtensionCommand,
  FlagIdleCommand,
  RuleExtensionCommand,
} from '../department-task.messages.js';
import {
  isOver,
  isPaused,
  mustBeWorking,
  remembering,
  type TaskDecided,
  type TaskStatus,
} from '../department-task.state.js';

/** Domain 4.3: asked so many working days before expiry; flagged so many before it, for a pause (4.5). */
const ASKED_BEFORE = 1;
const FLAGGED_BEFORE = 2;

/** Domain 4.3 extension: as often and as long as the grade allows, asked at least a working day before expiry. */
export function requestExtension(status: TaskStatus, command: ExtensionCommand, at: Instant): TaskDecided {
  mustBeWorking(status, 'extensionNotAllowed');
  const { feedback, input, progress, state } = status;
  const { terms } = input;
  const { extension } = terms.limits;
  const { newDueAt, contentId } = command;
  const isAllowed =
    extension !== null &&
    progress.extensionsGranted < extension.times &&
    progress.extension === undefined &&
    status.ruling === undefined &&
    at <= workingDaysBefore(feedback, ASKED_BEFORE, terms) &&
    newDueAt > feedback.dueAt &&
    newDueAt <= longestExtension(feedback, extension.atMost, terms);
  if (!isAllowed) throw new Refused('extensionNotAllowed', state);
  const holderId = progress.extensionsGranted === 0 ? 'liaisonOfficer' : 'deputyLeader';
  const ruling = startClock('extensionRuling', terms.steps.extensionRuling, at, terms, {
    ...{ holderId, lastRung: FULL_LADDER },
  });
  const next = remembering(status, { extension: { newDueAt } }, { ruling });
  return { next, fact: { type: 'extensionRequested', newDueAt, contentId } };
}

/** The first by the liaison officer, the second by the deputy leader; the resident is told of the new date. */
export function ruleExtension(status: TaskStatus, { isApproved, contentId }: RuleExtensionCommand): TaskDecided {
  const { extension, extensionsGranted } = status.progress;
  if (!extension || isOver(status)) throw new Refused('extensionNotAllowed', status.state);
  const ended = { extension: undefined, extensionsGranted: extensionsGranted + (isApproved ? 1 : 0) };
  if (!isApproved) {
    return { next: remembering(status, ended, { ruling: undefined }), fact: { type: 'extensionRefused', contentId } };
  }
  const { newDueAt } = extension;
  const feedback = movedTo(status.feedback, newDueAt, status.input.terms);
  const next = remembering(status, ended, { feedback, ruling: undefined });
  return { next, fact: { type: 'extended', newDueAt, contentId } };
}

/** Domain 4.5 supporting unit idle: the lead says so. */
export function flagIdle(status: TaskStatus, command: FlagIdleCommand, at: Instant): TaskDecided {
  const { supportingTaskId, contentId } = command;
  mustBeWorking(status);
  const { idleFlags } = status.progress;
  if (status.input.role !== 'lead') throw new Refused('wrongState', status.state);
  if (idleFlags.some(({ taskId }) => taskId === supportingTaskId)) throw new Refused('alreadyAnswered', status.state);
  const next = remembering(status, { idleFlags: [...idleFlags, { taskId: supportingTaskId, at }] });
  return { next, fact: { type: 'idleFlagged', supportingTaskId, contentId } };
}

/**
 * Domain 4.5: the lead's clock pauses once, if it was flagged two working days before expiry and liaison agrees. Nobody
 * would set it going again for a unit that owes nothing any more.
 */
export function agreePause(
  status: TaskStatus,
  { contentId, openTaskIds }: AgreePauseCommand,
  at: Instant,
): TaskDecided {
  mustBeWorking(status, 'pauseNotAllowed');
  const { feedback, progress, input } = status;
  const inTime = workingDaysBefore(feedback, FLAGGED_BEFORE, input.terms);
  const isOpen = ({ taskId }: { taskId: string }) => openTaskIds?.includes(taskId) ?? true;
  const flag = progress.idleFlags.find((one) => one.at <= inTime && isOpen(one));
  if (!flag || progress.pause || at > feedback.dueAt) throw new Refused('pauseNotAllowed', status.state);
  const next = remembering(status, { pause: { taskId: flag.taskId, since: at } });
  return { next, fact: { type: 'paused', supportingTaskId: flag.taskId, contentId } };
}

/** The supporting unit owes nothing any more: the clock goes on, later by the time it stood. */
export function resume(status: TaskStatus, at: Instant): TaskDecided | undefined {
  const { pause } = status.progress;
  if (!pause || !isPaused(status) || isOver(status)) return undefined;
  const newDueAt = status.feedback.dueAt + (at - pause.since);
  const feedback = movedTo(status.feedback, newDueAt, status.input.terms);
  const next = remembering(status, { pause: { ...pause, resumedAt: at } }, { feedback });
  return { next, fact: { type: 'resumed', newDueAt } };
}
