import { allHandlersFinished, condition, patched, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import { calendarLoadedSignal } from '../flow/calendar.messages.js';
import { Decider } from '../flow/decider.js';
import { waitOrClimb } from '../flow/wait-or-climb.js';
import type { WhistleActivities } from '../whistle/whistle.activities.js';
import { followUpQuery, reopenUpdate, reportLookBackUpdate, type FollowUpInput } from './follow-up.messages.js';
import { reopen } from './reopening.js';
import {
  comeDue,
  followUpView,
  loadCalendar,
  nextLookBack,
  planned,
  report,
  ring,
  rowOf,
  type FollowUpDecided,
  type FollowUpStatus,
} from './follow-up.state.js';

type Watch = Decider<FollowUpStatus, FollowUpDecided>;

const { recordWhistleDecision } = proxyLocalActivities<WhistleActivities>(RECORDING);

/** The watch over a concluded matter: look-backs at their days, then ARCHIVED (domain 4.1, 4.2, 4.3). */
export async function followUpWorkflow(input: FollowUpInput): Promise<void> {
  const { whistleId, subdistrictId } = input;
  const watch: Watch = new Decider(planned(input), async ({ next, fact }, at, by) => {
    const { version } = next;
    const from = watch.now.state;
    await recordWhistleDecision({ whistleId, subdistrictId, version, at, by, from, fact, after: rowOf(next) });
    return next;
  });
  setHandler(followUpQuery, () => followUpView(watch.now));
  const taken = ({ state, version }: FollowUpStatus) => ({ state, version });
  watch.onUpdate(reportLookBackUpdate, (now, command, _at, newId) => report(now, command, newId), taken);
  watch.onUpdate(reopenUpdate, reopen, taken);
  setHandler(calendarLoadedSignal, async ({ calendar }) => {
    // Follow-ups were told before they listened.
    if (patched('follow-up-listens-to-calendar')) await watch.decide((now) => loadCalendar(now, calendar));
  });

  const alarm = new Alarm();
  for (let due = nextLookBack(watch.now); due; due = nextLookBack(watch.now)) {
    const { dueAt, sequence } = due;
    await alarm.until(dueAt, () => Date.now() >= dueAt || watch.now.reopened !== undefined);
    await watch.decide(comeDue);
    await waitOrClimb(alarm, {
      done: () => nextLookBack(watch.now)?.sequence !== sequence,
      clocks: () => (watch.now.clock ? [watch.now.clock] : []),
      ring: async (clock, rung) => {
        await watch.decide((now) => (now.clock === clock ? ring(now, clock, rung) : undefined));
      },
    });
  }
  await condition(allHandlersFinished);
}
