import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import { calendarLoadedSignal } from '../flow/calendar.messages.js';
import { Decider } from '../flow/decider.js';
import { tellMatter } from '../flow/lost-errands.js';
import { unlessEnded } from '../flow/unless-ended.js';
import { waitOrClimb } from '../flow/wait-or-climb.js';
import type { LedgerActivities } from './ledger.activities.js';
import {
  carryOver,
  close,
  deliver,
  loadCalendar,
  proposeCarryOver,
  reportMilestone,
  ruleLedger,
  slip,
  turnQuarter,
} from './ledger.decisions.js';
import * as messages from './ledger.messages.js';
import {
  applied,
  ledgerView,
  resumed,
  ring,
  rowOf,
  runningClocks,
  type LedgerDecided,
  type LedgerStatus,
} from './ledger.state.js';

type Entry = Decider<LedgerStatus, LedgerDecided>;

const { recordLedgerDecision } = proxyLocalActivities<LedgerActivities>(RECORDING);

/** A long-term matter on the register: approved by rank, milestone by milestone, looked at each quarter (domain 4.5). */
export async function ledgerWorkflow(input: messages.LedgerInput): Promise<messages.LedgerDone> {
  const { entryId, whistleId, number, subdistrictId, communityId, leadDepartmentId } = input;
  const ids = { entryId, whistleId, number, subdistrictId, communityId, leadDepartmentId };
  const first = applied(input);
  const start = input.resumed ? resumed(input, input.resumed, Date.now()) : first.next;
  const entry: Entry = new Decider<LedgerStatus, LedgerDecided>(start, async ({ next, fact }, at, by) => {
    await recordLedgerDecision({ ...ids, version: next.version, at, by, fact, after: rowOf(next) });
    await tellWhistle(next, fact);
    return next;
  });
  // The row must exist before anybody acts on it: this decision has the first turn.
  const created = input.resumed ? undefined : entry.decide(() => first);
  listen(entry);

  await created;
  await waitOrClimb(new Alarm(), {
    done: () => entry.now.outcome !== undefined || entry.now.isTurning,
    clocks: () => runningClocks(entry.now),
    ring: async (clock, rung) => {
      if (clock.step === 'milestone') await entry.decide(slip);
      else if (clock.step === 'ledgerReview') await entry.decide(turnQuarter);
      else await entry.decide((now) => ring(now, clock, rung));
    },
  });
  await condition(allHandlersFinished);
  const { outcome, version, milestones, proposedBy, carryOver: owed, input: known } = entry.now;
  if (outcome) {
    const done: messages.LedgerDone = { outcome, entryId };
    if (input.isBegunAgain) await tellMatter(whistleId, done);
    return done;
  }
  return continueAsNew<typeof ledgerWorkflow>({
    ...known,
    resumed: { version, milestones, proposedBy, carryOver: owed },
  });
}

function listen(entry: Entry): void {
  const taken = ({ state, version }: LedgerStatus): messages.LedgerStepTaken => ({ state, version });
  setHandler(messages.ledgerQuery, () => ledgerView(entry.now));
  entry.onUpdate(messages.ruleLedgerUpdate, ruleLedger, taken);
  entry.onUpdate(messages.reportMilestoneUpdate, reportMilestone, taken);
  entry.onUpdate(messages.proposeCarryOverUpdate, proposeCarryOver, taken);
  entry.onUpdate(messages.carryOverUpdate, carryOver, taken);
  setHandler(messages.closeLedgerSignal, async () => void (await entry.decide(close)));
  setHandler(
    calendarLoadedSignal,
    async ({ calendar }) => void (await entry.decide((now) => loadCalendar(now, calendar))),
  );
  // The last milestone delivers the entry, in a decision of its own.
  entry.onChange(() => void entry.decide(deliver));
}

/** The matter is LEDGERED while its entry runs, and passes through CARRIED_OVER (domain 4.2). */
async function tellWhistle({ input }: LedgerStatus, { type }: LedgerDecided['fact']): Promise<void> {
  const { whistleId, entryId } = input;
  const news = type === 'ledgerApproved' ? 'approved' : type === 'carriedOver' ? 'carriedOver' : undefined;
  if (!news) return;
  const whistle = getExternalWorkflowHandle(whistleWorkflowId(whistleId));
  await unlessEnded(() => whistle.signal(messages.ledgerNewsSignal, { entryId, news }));
}
