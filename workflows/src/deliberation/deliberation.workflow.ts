import { allHandlersFinished, condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import { calendarLoadedSignal } from '../flow/calendar.messages.js';
import { Decider } from '../flow/decider.js';
import { tellMatter } from '../flow/lost-errands.js';
import { waitOrClimb } from '../flow/wait-or-climb.js';
import type { DeliberationActivities } from './deliberation.activities.js';
import {
  cancelSessionSignal,
  holdSessionUpdate,
  sessionQuery,
  type DeliberationDone,
  type DeliberationInput,
} from './deliberation.messages.js';
import {
  cancel,
  convened,
  goneOn,
  hold,
  loadCalendar,
  ring,
  rowOf,
  sessionView,
  type SessionDecided,
  type SessionStatus,
} from './deliberation.state.js';

const { recordSessionDecision } = proxyLocalActivities<DeliberationActivities>(RECORDING);

/** A session on a matter: convened, held once or twice, with an outcome (domain 4.1, 4.2 DELIBERATING, 4.5). */
export async function deliberationWorkflow(input: DeliberationInput): Promise<DeliberationDone> {
  const { sessionId, whistleId, number, subdistrictId, communityId, purpose } = input;
  const ids = { sessionId, whistleId, number, subdistrictId, communityId, purpose };
  const first = convened(input);
  const begins = input.resumed ? goneOn(input, input.resumed) : first.next;
  const session = new Decider<SessionStatus, SessionDecided>(begins, async ({ next, fact }, at, by) => {
    await recordSessionDecision({ ...ids, version: next.version, at, by, fact, after: rowOf(next) });
    return next;
  });
  // The row must exist before anybody acts on it: this decision has the first turn.
  const created = input.resumed ? undefined : session.decide(() => first);
  setHandler(sessionQuery, () => sessionView(session.now));
  session.onUpdate(holdSessionUpdate, hold, ({ state, version }) => ({ state, version }));
  setHandler(cancelSessionSignal, async () => void (await session.decide(cancel)));
  setHandler(
    calendarLoadedSignal,
    async ({ calendar }) => void (await session.decide((now) => loadCalendar(now, calendar))),
  );

  await created;
  await waitOrClimb(new Alarm(), {
    done: () => session.now.state !== 'CONVENED',
    clocks: () => [session.now.clock],
    ring: async (clock, rung) => void (await session.decide((now) => ring(now, clock, rung))),
  });
  await condition(allHandlersFinished);
  const { outcome = 'none', round } = session.now;
  const done: DeliberationDone = { outcome, sessions: round };
  if (input.isBegunAgain) await tellMatter(whistleId, done);
  return done;
}
