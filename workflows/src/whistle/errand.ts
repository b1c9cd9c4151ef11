import type { Calendar } from '@hsl/domain/limit';
import { patched, type ChildWorkflowHandle, type Workflow, type WorkflowResultType } from '@temporalio/workflow';
import { calendarLoadedSignal } from '../flow/calendar.messages.js';
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

/** An errand that is a child workflow: how it is started, what its result does, how it is told. */
export function childErrand<W extends Workflow>(child: {
  matter: Pick<WhistleInput, 'generation'>;
  start: () => Promise<Handle<W>>;
  done: (result: WorkflowResultType<W>) => Promise<void>;
  stop: (handle: Handle<W>, now: WhistleStatus) => Promise<void>;
  changeTerms?: (handle: Handle<W>, now: WhistleStatus) => Promise<void>;
}): Errand {
  let started: Promise<Handle<W>> | undefined;
  let isStopped = false;
  let hasEnded = false;
  return {
    async run() {
      started = child.start();
      const result = await (await started).result();
      hasEnded = true;
      await child.done(result);
    },
    async stop(now) {
      if (isStopped || !started) return;
      // Telling one that has ended cost the matter a signal that could only fail, and a task to hear of it.
      if (hasEnded && (isSecondGeneration(child.matter) || patched('the-ended-are-not-stopped'))) return;
      isStopped = true;
      const handle = await started;
      await unlessEnded(() => child.stop(handle, now));
    },
    async changeTerms(now) {
      if (!started || !child.changeTerms) return;
      const handle = await started;
      await unlessEnded(() => child.changeTerms!(handle, now));
    },
    async loadCalendar(calendar) {
      if (!started) return;
      const handle = await started;
      await unlessEnded(() => handle.signal(calendarLoadedSignal, { calendar }));
    },
  };
}
