import type { Actor } from '@hsl/access/actor';
import type { AccessService, Legality } from '@hsl/access/access.service';
import type { ActionView } from '@hsl/contracts/process-view';
import type { TaskState } from '@hsl/contracts/states';
import type { Locale } from '@hsl/platform/locale';
import { OWED_STEP } from '../recording/decision-row.js';
import { CLOSED_WORDS, type ClosedReason } from './closed-words.js';
import { OPEN_TO_STATEMENTS } from './dispute-statements.js';
import { ACKNOWLEDGE, feedbackActionOf, isOpenMatter, openSupporting, relationsOf, targetOf } from './task-rights.js';
import { progressOf } from '../steps/task-step-specs.js';
import type { Surroundings, TaskRow } from './task.repository.js';

/** What the actor may do to the task now; a closed action says why in the reader's language. */
export function actionsOf(
  access: AccessService,
  actor: Actor,
  task: TaskRow,
  around: Surroundings,
  locale: Locale,
  nameOf: (departmentId: string) => string,
): ActionView[] {
  const feedback = feedbackActionOf(task);
  const open = openSupporting(task, around);
  const waiting = open.map(({ departmentId }) => nameOf(departmentId));
  const facts = { ...relationsOf(task, actor), openMatter: isOpenMatter(task) };
  const rare = rareLegality(task, open);
  const names = [ACKNOWLEDGE, feedback, ...Object.keys(rare)];
  // Set on the one object: spreading two costs more than all the judging, for each row of a page.
  const legality: Legality = Object.assign(rare, {
    [ACKNOWLEDGE]: momentOf(task, whyNoAcknowledgement(task), locale, waiting),
    [feedback]: momentOf(task, whyNoFeedback(task, around, actor), locale, waiting),
  });
  return access.actions(actor, names, targetOf(task, around, actor), facts, legality, locale);
}

/** Steps of the unhappy paths, as far as the row tells whether they can be taken; the workflow has the last word. */
function rareLegality(task: TaskRow, open: readonly TaskRow[]): Legality {
  const { returnRequest, dispute, extension, extensionsGranted = 0, pause, idleFlags = [] } = progressOf(task);
  const isWorking = OWED_STEP[task.state as TaskState] !== undefined;
  const isIn = (phase: string) => task.state === 'DISPUTED' && dispute?.phase === phase;
  const isOpen = ({ taskId }: { taskId: string }) => open.some(({ id }) => id === taskId);
  const legal = (is: boolean) => ({ legal: is });
  return {
    'departmentTask.requestReturn': legal(isWorking && !returnRequest && task.round === 1 && task.grade !== 'G1'),
    'departmentTask.ruleReturn': legal(task.state === 'RETURN_REQUESTED'),
    'dispute.state': legal(OPEN_TO_STATEMENTS.some((phase) => isIn(phase))),
    'dispute.convene': legal(isIn('siteMeeting')),
    'dispute.rule': legal(isIn('ruling')),
    'dispute.appeal': legal(isIn('appealable')),
    'dispute.ruleAppeal': legal(isIn('appealed')),
    'departmentTask.requestExtension': legal(isWorking && !extension && task.grade !== 'G1'),
    'departmentTask.grantFirstExtension': legal(extension !== undefined && extensionsGranted === 0),
    'departmentTask.grantSecondExtension': legal(extension !== undefined && extensionsGranted === 1),
    'departmentTask.flagIdle': legal(isWorking && task.role === 'lead' && open.length > 0),
    'departmentTask.agreePause': legal(isWorking && idleFlags.some(isOpen) && !pause),
    'departmentTask.waiveSupporting': legal(isWorking && task.role === 'lead' && open.length > 0),
    'departmentTask.recordInterim': legal(task.dueAt !== null),
    'departmentTask.rate': legal(['FEEDBACK_SUBMITTED', 'VERIFIED'].includes(task.state)),
    'evidence.read': legal(true),
    'evidence.redact': legal(true),
    'evidence.readOriginal': legal(true),
    'siteVisit.record': legal(true),
  };
}

function momentOf({ dueAt }: TaskRow, why: ClosedReason | undefined, locale: Locale, waiting: readonly string[]) {
  if (why === undefined) return { legal: true, until: dueAt?.getTime() };
  const names = waiting.join(locale === 'en' ? ', ' : '、');
  return { legal: false, reasonCode: why, reason: CLOSED_WORDS[why][locale].replace('{waiting}', names) };
}

function whyNoAcknowledgement({ state }: TaskRow): ClosedReason | undefined {
  return OWED_STEP[state as TaskState] === 'acknowledge' ? undefined : whyOver(state as TaskState);
}

/** Domain 4.2 (the lead waits for all supporting units) and 4.5 (after a dissatisfied resident the head signs). */
function whyNoFeedback(task: TaskRow, around: Surroundings, actor: Actor): ClosedReason | undefined {
  const owed = OWED_STEP[task.state as TaskState];
  if (owed === undefined) return whyOver(task.state as TaskState);
  if (owed === 'acknowledge') return 'acknowledgeFirst';
  if (task.role === 'lead' && openSupporting(task, around).length > 0) return 'supportingOpen';
  const isHead = actor.posts.some((post) => post.role === 'head' && post.departmentId === task.departmentId);
  return around.dissatisfiedCount > 0 && !isHead ? 'headMustSign' : undefined;
}

const whyOver = (state: TaskState): ClosedReason =>
  state === 'CANCELLED' || state === 'RETURNED' ? 'notDispatched' : 'alreadyAnswered';
