import { allHandlersFinished, condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import { Decider } from '../flow/decider.js';
import { errandEndedSignal } from '../flow/lost-errands.js';
import { waitOrClimb } from '../flow/wait-or-climb.js';
import { Errands } from './errands.js';
import type { Matter } from './matter.js';
import { climb } from './whistle.ladder.js';
import { listenToMerge, listenToPeople, listenToProcesses } from './whistle.listen.js';
import type { WhistleActivities } from './whistle.activities.js';
import type { WhistleInput } from './whistle.messages.js';
import { blown, clocksOf, isOver, resumed, rowOf } from './whistle.state.js';

const { recordWhistleDecision } = proxyLocalActivities<WhistleActivities>(RECORDING);

/**
 * A whistle from BLOWN to CONCLUDED or another end (domain 4.2). People's updates, the clock, and what other processes
 * tell change the status through pure rules (`decisions/`); what a status has others do is started after it
 * (`errands.ts`). What comes after the conclusion is watched by the follow-up.
 */
export async function whistleWorkflow(input: WhistleInput): Promise<void> {
  const { whistleId, subdistrictId } = input;
  const start = input.resumed ? resumed(input) : blown(input);
  const matter: Matter = new Decider(start, async ({ next, fact }, at, by) => {
    const { version } = next;
    const from = matter.now.state;
    await recordWhistleDecision({ whistleId, subdistrictId, version, at, by, from, fact, after: rowOf(next) });
    return next;
  });
  const errands = new Errands(input, () => matter);
  matter.onChange((now) => errands.follow(now));
  listenToPeople(matter);
  listenToProcesses(matter, whistleId);
  listenToMerge(matter, whistleId);
  setHandler(errandEndedSignal, (told) => errands.hear(told));
  errands.follow(matter.now);

  await waitOrClimb(new Alarm(), {
    done: () => {
      errands.check();
      return isOver(matter.now);
    },
    clocks: () => clocksOf(matter.now),
    ring: (clock, rung) => climb(matter, clock, rung),
  });
  await errands.settled();
  await condition(allHandlersFinished);
}
