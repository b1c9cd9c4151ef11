import { allHandlersFinished, condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import { calendarLoadedSignal } from '../flow/calendar.messages.js';
import { Decider, type Beginning } from '../flow/decider.js';
import { waitOrClimb } from '../flow/wait-or-climb.js';
import type { CheckInActivities } from './check-in.activities.js';
import { claim, confirm, decline, dismiss, loadCalendar, request, ring, substitute } from './check-in.decisions.js';
import {
  checkInQuery,
  claimUpdate,
  confirmUpdate,
  declineUpdate,
  dismissSignal,
  type CheckInInput,
} from './check-in.messages.js';
import {
  answerOf,
  claimOf,
  checkInView,
  isDeserted,
  isOver,
  nobodyAsked,
  runningClocks,
  withBatch,
  type CheckInDecided,
  type CheckInStatus,
} from './check-in.state.js';

const { recordCheckInDecision } = proxyLocalActivities<CheckInActivities>(RECORDING);

/** Members may answer before a worker that took over knows whom it asked. */
const ASKED: Beginning<CheckInStatus> = {
  hasBegun: ({ batches }) => batches.length > 0,
  patch: 'answers-wait-for-the-asking',
};

/**
 * Two members are asked to check in (domain 4.2, 4.5). The whistle goes on with the first who comes; the others keep
 * their clock until they answered or missed it, so this workflow may outlive the step it serves.
 */
export async function checkInWorkflow({ terms, askedAt, ...matter }: CheckInInput): Promise<void> {
  let decisionNo = 0;
  const checkIn = new Decider<CheckInStatus, CheckInDecided>(nobodyAsked(terms), async (decided, at, by) => {
    const { fact, next, batch } = decided;
    const asked = await recordCheckInDecision({ ...matter, decisionNo: decisionNo + 1, at, by, fact });
    decisionNo += 1;
    return batch ? withBatch(next, batch, asked) : next;
  });
  setHandler(checkInQuery, () => checkInView(checkIn.now));
  checkIn.onUpdate(confirmUpdate, confirm, answerOf, ASKED);
  checkIn.onUpdate(declineUpdate, decline, answerOf, ASKED);
  checkIn.onUpdate(claimUpdate, claim, claimOf, ASKED);
  setHandler(dismissSignal, async () => void (await checkIn.decide(dismiss)));
  setHandler(
    calendarLoadedSignal,
    async ({ calendar }) => void (await checkIn.decide((now) => loadCalendar(now, calendar))),
  );

  await checkIn.decide((now, at) => request(now, askedAt ?? at));
  await waitOrClimb(new Alarm(), {
    done: () => isOver(checkIn.now) || isDeserted(checkIn.now),
    clocks: () => runningClocks(checkIn.now),
    ring: async (clock) => {
      await checkIn.decide((now, at) => (runningClocks(now).includes(clock) ? ring(now, clock, at) : undefined));
    },
  });
  await checkIn.decide((now) => (isDeserted(now) ? substitute(now) : undefined));
  await condition(allHandlersFinished);
}
