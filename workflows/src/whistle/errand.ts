import type { Calendar } from '@hsl/domain/limit';
import {
  getExternalWorkflowHandle,
  isCancellation,
  patched,
  type ChildWorkflowHandle,
  type ExternalWorkflowHandle,
  type Workflow,
  type WorkflowResultType,
} from '@temporalio/workflow';
import { calendarLoadedSignal } from '../flow/calendar.messages.js';
import { TERMINATED, type Losing, type LostErrands } from '../flow/lost-errands.js';
import { unlessEnded } from '../flow/unless-ended.js';
import { isSecondGeneration, type WhistleInput } from './whistle.messages.js';
import type { WhistleStatus } from './whistle.state.js';

/** Something a matter has another process do. */
export interface Errand {
  /** Starts it; ends when it has ended and the matter has been told. */
  run(): Promise<void>;
  /** It is no longer wanted; said more often, it is told once. */
  stop(now: WhistleStatus): Promise<void>;
  /** Grade, level or deadline of the matter were changed. */
  changeTerms(now: WhistleStatus): Promise<void>;
  /** A new calendar was loaded: whatever clocks it runs, provisional ones are found again (domain 2.7). */
  loadCalendar(calendar: Calendar): Promise<void>;
}

type Handle<W extends Workflow> = ChildWorkflowHandle<W>;
/** What can be told something, as a child or, begun again, as a process of its own. */
type Told = Pick<ExternalWorkflowHandle, 'signal'>;

interface Child<W extends Workflow> {
  matter: Pick<WhistleInput, 'generation'>;
  start: () => Promise<Handle<W>>;
  done: (result: WorkflowResultType<W>) => Promise<void>;
  stop: (told: Told, now: WhistleStatus) => Promise<void>;
  changeTerms?: (told: Told, now: WhistleStatus) => Promise<void>;
  /** Where one that was lost may come back. */
  lost: LostErrands;
  /** Which are lost; those that somebody has terminated, if absent. */
  losing?: Losing;
}

interface Fate {
  /** It runs no more, or again as a process of its own. */
  isLost: boolean;
}

const reached = <W extends Workflow>(handle: Handle<W>, { isLost }: Fate): Told =>
  isLost ? getExternalWorkflowHandle(handle.workflowId) : handle;

/** What it came to, or what was begun again in its stead; undefined for what was lost and given up. */
async function resultOf<W extends Workflow>(
  { lost, losing = TERMINATED }: Child<W>,
  handle: Handle<W>,
  fate: Fate,
): Promise<WorkflowResultType<W> | undefined> {
  try {
    return await handle.result();
  } catch (error) {
    fate.isLost = true;
    return (await lost.resultOf(handle.workflowId, error, losing)) as WorkflowResultType<W> | undefined;
  }
}

/** An errand that is a child workflow: how it is started, what its result does, how it is told. */
export function childErrand<W extends Workflow>(child: Child<W>): Errand {
  let started: Promise<Handle<W>> | undefined;
  let isStopped = false;
  let hasEnded = false;
  const fate: Fate = { isLost: false };
  return {
    async run() {
      started = child.start();
      const result = await resultOf(child, await started, fate);
      hasEnded = true;
      if (result !== undefined) await child.done(result);
    },
    async stop(now) {
      if (isStopped || !started) return;
      // Telling one that has ended cost the matter a signal that could only fail, and a task to hear of it.
      if (hasEnded && (isSecondGeneration(child.matter) || patched('the-ended-are-not-stopped'))) return;
      isStopped = true;
      const handle = await started;
      try {
        await child.stop(reached(handle, fate), now);
      } catch (error) {
        if (isCancellation(error)) throw error;
        if (fate.isLost) child.lost.giveUp(handle.workflowId);
      }
    },
    async changeTerms(now) {
      const { changeTerms } = child;
      if (!started || !changeTerms) return;
      const told = reached(await started, fate);
      await unlessEnded(() => changeTerms(told, now));
    },
    async loadCalendar(calendar) {
      if (!started) return;
      const told = reached(await started, fate);
      await unlessEnded(() => told.signal(calendarLoadedSignal, { calendar }));
    },
  };
}
