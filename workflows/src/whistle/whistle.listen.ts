import type { Instant } from '@hsl/contracts/instants';
import { isWhistleOpen } from '@hsl/contracts/states';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { UpdateDefinition } from '@temporalio/common';
import { getExternalWorkflowHandle, isCancellation, patched, setHandler } from '@temporalio/workflow';
import { calendarLoadedSignal } from '../flow/calendar.messages.js';
import { refusal, refusing } from '../flow/refusal.js';
import { ledgerNewsSignal } from '../ledger/ledger.messages.js';
import * as coordination from './decisions/coordination.decisions.js';
import * as ending from './decisions/ending.decisions.js';
import * as grading from './decisions/grading.decisions.js';
import * as judging from './decisions/judging.decisions.js';
import * as ledger from './decisions/ledger.decisions.js';
import * as members from './decisions/members.decisions.js';
import * as triage from './decisions/triage.decisions.js';
import type { Matter } from './matter.js';
import * as messages from './whistle.messages.js';
import { processOf, type Decided, type WhistleStatus } from './whistle.state.js';

const taken = ({ state, version }: WhistleStatus): messages.StepTaken => ({ state, version });

/** What people may do to a whistle, and the rule that decides each. */
export function listenToPeople(matter: Matter): void {
  const on = <C extends messages.Command>(
    update: UpdateDefinition<messages.StepTaken, [C]>,
    rule: (now: WhistleStatus, command: C, at: Instant, newId: () => string) => Decided,
  ) => matter.onUpdate(update, rule, taken);

  on(messages.countersignUpdate, triage.countersign);
  on(messages.acceptUpdate, triage.accept);
  on(messages.sendBackUpdate, triage.sendBack);
  on(messages.resubmitUpdate, triage.resubmit);
  on(messages.proposeDeclineUpdate, triage.proposeDecline);
  on(messages.ruleDeclineUpdate, triage.ruleDecline);
  on(messages.objectUpdate, triage.object);
  on(messages.ruleObjectionUpdate, triage.ruleObjection);
  on(messages.contactUpdate, triage.contact);
  on(messages.regradeUpdate, grading.regrade);
  on(messages.deliberateUpdate, members.deliberate);
  on(messages.selfResolveUpdate, members.selfResolve);
  on(messages.dispatchUpdate, coordination.dispatch);
  on(messages.correctUnitsUpdate, coordination.correctUnits);
  on(messages.verifyUpdate, judging.verify);
  on(messages.flagFalseFeedbackUpdate, judging.flagFalseFeedback);
  on(messages.revisitUpdate, judging.revisit);
  on(messages.unreachedUpdate, judging.unreached);
  on(messages.confirmProactiveUpdate, judging.confirmProactive);
  on(messages.conveneDissatisfiedUpdate, judging.conveneDissatisfied);
  on(messages.chooseOutcomeUpdate, judging.chooseOutcome);
  on(messages.applyLedgerUpdate, ledger.applyLedger);
  on(messages.linkRepeatUpdate, grading.linkRepeat);
  on(messages.withdrawUpdate, ending.withdraw);
  on(messages.ruleWithdrawUpdate, ending.ruleWithdraw);
}

/** What other processes tell it; what is told twice, or too late, changes nothing. */
export function listenToProcesses(matter: Matter, whistleId: string): void {
  setHandler(messages.processQuery, () => processOf(whistleId, matter.now));
  setHandler(messages.checkedInSignal, async (arrival) => {
    await matter.decide((now, at) => members.checkIn(now, arrival, at));
  });
  setHandler(messages.taskNewsSignal, async (news) => {
    await matter.decide((now) => coordination.taskNews(now, news));
  });
  setHandler(messages.absorbSignal, async (absorbed) => {
    await matter.decide((now) => grading.absorb(now, absorbed));
  });
  setHandler(calendarLoadedSignal, async ({ calendar }) => {
    await matter.decide((now) =>
      isWhistleOpen(now.state) || patched('objections-follow-the-calendar')
        ? grading.loadCalendar(now, calendar)
        : undefined,
    );
  });
  setHandler(ledgerNewsSignal, async (news) => {
    await matter.decide((now, at) =>
      ledger.ledgerNews(now, news, at, {
        keepsSession: ledger.hasOpenSession(now) && !patched('ledgered-holds-no-session'),
        takesClosing: ledger.isApprovedTooLate(now, news) && !patched('what-closes-is-not-ledgered'),
      }),
    );
    await matter.decide(ledger.resumeLedger);
  });
}

/**
 * Domain 4.5 duplicate: the master is told first. Should it have ended in this moment nothing has happened; should this
 * worker die in between, the signal has been sent and the merge goes on where it was.
 */
export function listenToMerge(matter: Matter, whistleId: string): void {
  setHandler(
    messages.mergeUpdate,
    async (command: messages.MergeCommand) => {
      const { grade, terms, clock, reporterCount, state, version } = matter.now;
      const absorbed = {
        whistleId,
        grade,
        terms,
        reporterCount,
        dueAt: clock?.step === 'feedback' ? clock.dueAt : undefined,
      };
      try {
        await getExternalWorkflowHandle(whistleWorkflowId(command.masterId)).signal(messages.absorbSignal, absorbed);
      } catch (error) {
        if (isCancellation(error)) throw error;
        throw refusal('isMaster', state, version);
      }
      return taken(await matter.decide((now, at) => ending.merge(now, command, at), command.by));
    },
    {
      validator: (command: messages.MergeCommand) => {
        if (command.masterId === whistleId) throw refusal('isMaster', matter.now.state, matter.now.version);
        refusing(() => ending.merge(matter.now, command, Date.now()), matter.now.version);
      },
    },
  );
}
