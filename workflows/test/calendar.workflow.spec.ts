import { randomUUID } from 'node:crypto';
import {
  checkInWorkflowId,
  followUpWorkflowId,
  ledgerWorkflowId,
  proposalWorkflowId,
  sessionWorkflowId,
  TASK_QUEUES,
  taskWorkflowId,
} from '@hsl/contracts/workflow-ids';
import type { Deadline } from '@hsl/contracts/steps';
import { dateOf, dayOf, yearOf } from '@hsl/domain/calendar-day';
import type { Calendar, Limit } from '@hsl/domain/limit';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { whistleProgress } from '@hsl/testing/facts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { calendarLoadedSignal } from '../src/flow/calendar.messages.js';
import { holdSessionUpdate } from '../src/deliberation/deliberation.messages.js';
import type { ProposalLimits } from '@hsl/domain/rule-set';
import { acknowledgeUpdate } from '../src/department-task/department-task.messages.js';
import * as ledger from '../src/ledger/ledger.messages.js';
import * as proposals from '../src/proposal/proposal.messages.js';
import {
  acceptUpdate,
  applyLedgerUpdate,
  deliberateUpdate,
  regradeUpdate,
  withdrawUpdate,
} from '../src/whistle/whistle.messages.js';
import { PROPOSAL_TERMS } from './proposal-road.js';
import { blow, by, termsOf, until, type Road } from './road.js';
import { openStage, type Stage } from './stage.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** From 28 December on always in the next year. */
const FIVE_DAYS: Limit = { kind: 'workingDays', amount: 5 };

const ACCEPTED = { tier: 'neighbourhood', track: 'longTerm', level: 'blue' } as const;

interface Recorded {
  at: number;
  fact: { type: string; rung?: number };
  after: { dueAt?: number | undefined; deadlines: Deadline[] };
}

describe('a calendar that is loaded while clocks run over the year’s end', () => {
  let stage: Stage;
  let known: Calendar;
  let loaded: Calendar;
  /** Each on a stage of its own, which begins on a 28 December: no process of another waits on its clock. */
  beforeEach(async () => {
    stage = await openStage();
    const now = await stage.env.currentTimeMs();
    const thisYear = yearOf(dayOf(now));
    const year = now < Date.UTC(thisYear, 11, 28, 2) ? thisYear : thisYear + 1;
    known = { version: 1, firstYear: year - 1, lastYear: year, holidays: [], makeUpWorkdays: [] };
    const daysOff = Array.from({ length: 9 }, (_one, index) => `${year + 1}-01-0${index + 1}`);
    loaded = { ...known, version: 2, lastYear: year + 1, holidays: daysOff };
    await stage.env.sleep(Date.UTC(year, 11, 28, 2) - now);
  });

  afterEach(() => stage.close());

  /** Every step has five working days. */
  const terms = (calendar = known): MatterTerms => {
    const usual = termsOf('G3');
    const steps = Object.fromEntries(Object.keys(usual.steps).map((name) => [name, FIVE_DAYS]));
    const limits = { ...usual.limits, checkIn: FIVE_DAYS, feedback: FIVE_DAYS, acknowledge: FIVE_DAYS };
    return { ...usual, calendar, limits, steps: { ...usual.steps, ...steps } };
  };
  const ids = () => ({ whistleId: randomUUID(), number: 'ZX-1', subdistrictId: 'zx', communityId: 'ZX01' });
  const now = () => stage.env.currentTimeMs();
  const start = async (type: string, workflowId: string, taskQueue: string, input: object) =>
    stage.client.workflow.start(type, { workflowId, taskQueue, args: [input] });
  type Handle = Awaited<ReturnType<typeof start>>;
  const load = async (handle: Handle) => {
    await handle.signal(calendarLoadedSignal, { calendar: loaded });
    await handle.signal(calendarLoadedSignal, { calendar: loaded });
  };

  /** Guessed; found again once, however often it is told; and its red card comes at the new time, not at the old. */
  async function findsAgain(handle: Handle, records: () => Recorded[], step: string) {
    const deadlineIn = (one: Recorded) => one.after.deadlines.find((deadline) => deadline.step === step)!;
    const guess = deadlineIn(await until(() => records().at(-1)));
    expect([guess.provisional, yearOf(dayOf(guess.dueAt))]).toEqual([true, loaded.lastYear]);
    await load(handle);
    const isLoaded = ({ fact }: Recorded) => fact.type === 'calendarLoaded' || fact.type === 'termsChanged';
    const told = await until(() => records().find(isLoaded));
    const { dueAt, provisional } = deadlineIn(told);
    expect([provisional, loaded.holidays.includes(dateOf(dayOf(dueAt)))]).toEqual([false, false]);
    expect(dueAt).toBeGreaterThanOrEqual(guess.dueAt + 7 * DAY_MS);
    if (told.after.dueAt !== undefined) expect(told.after.dueAt).toBeLessThanOrEqual(dueAt);
    await stage.env.sleep(Math.max(0, dueAt - HOUR_MS - (await now())));
    const cards = () => records().filter(({ fact }) => fact.type === 'rung' && fact.rung === 3);
    expect(cards()).toEqual([]);
    await stage.env.sleep('2 hours');
    const card = await until(() => cards().at(-1));
    expect(card.at - dueAt).toBeLessThan(HOUR_MS);
    expect(records().filter(isLoaded)).toHaveLength(1);
  }

  it('reaches members who are asked: who is silent has missed it at the new time, the next are asked under it', async () => {
    const matter = ids();
    stage.records.available.set(matter.whistleId, ['M01', 'M02', 'M03', 'M04']);
    const input = { ...matter, categoryCode: 'C1', terms: terms() };
    const checkIn = await start('checkInWorkflow', checkInWorkflowId(matter.whistleId), TASK_QUEUES.members, input);
    const facts = () => stage.records.checkIns.filter(({ whistleId }) => whistleId === matter.whistleId);
    const asked = (await until(() => facts()[0]?.fact)) as { ask: { deadline: Deadline } };
    expect(asked.ask.deadline.provisional).toBe(true);
    await load(checkIn);
    const told = await until(() => facts().flatMap(({ fact }) => (fact.type === 'calendarLoaded' ? [fact] : []))[0]);
    const [{ deadline, checkInIds }] = told.rescheduled as [(typeof told.rescheduled)[number]];
    expect(checkInIds).toEqual([`${matter.whistleId}:M01`, `${matter.whistleId}:M02`]);
    expect(deadline).toMatchObject({ provisional: false, reminderAt: expect.any(Number) });
    expect(deadline.dueAt).toBeGreaterThanOrEqual(asked.ask.deadline.dueAt + 7 * DAY_MS);
    await stage.env.sleep(deadline.dueAt - HOUR_MS - (await now()));
    expect(facts().map(({ fact }) => fact.type)).toEqual(['requested', 'calendarLoaded', 'reminded']);
    await stage.env.sleep('2 hours');
    const missed = await until(() => facts().find(({ fact }) => fact.type === 'missed'));
    expect(missed.at - deadline.dueAt).toBeLessThan(HOUR_MS);
    expect(missed.fact).toMatchObject({ ask: { deadline: { provisional: false } } });
    await checkIn.terminate();
  });

  it('reaches the department at work', async () => {
    const { whistleId, ...matter } = ids();
    const taskId = randomUUID();
    const input = {
      ...{
        ...matter,
        whistleId,
        taskId,
        categoryCode: 'C1',
        departmentId: 'ZX-CGJ',
        role: 'lead',
        round: 1,
        tried: [],
      },
      ...{ version: 0, grade: 'G3', level: 'blue', dispatchedAt: await now(), falseFeedback: false },
      ...{ feedbackLimit: FIVE_DAYS, terms: terms() },
    };
    const workflowId = taskWorkflowId(whistleId, taskId);
    const task = await start('departmentTaskWorkflow', workflowId, TASK_QUEUES.departments, input);
    await task.executeUpdate(acknowledgeUpdate, { args: [{ by: by('handler') }] });
    await findsAgain(task, () => stage.records.tasks.filter((one) => one.taskId === taskId), 'feedback');
    await task.terminate();
  });

  it('reaches the watch over a concluded matter', async () => {
    const { whistleId, subdistrictId } = ids();
    const concludedAt = await now();
    const row = { state: 'CONCLUDED', grade: 'G3', level: 'blue', ruleSetVersion: 1, waitingFor: [], deadlines: [] };
    const concluded = { ...row, progress: whistleProgress({ conclusions: 1 }) };
    const due = { firstSequence: 1, lookBacksDueAt: [concludedAt] };
    const input = { whistleId, subdistrictId, version: 7, concluded, terms: terms(), concludedAt, ...due };
    const watch = await start('followUpWorkflow', followUpWorkflowId(whistleId), TASK_QUEUES.whistles, input);
    await findsAgain(watch, () => stage.records.whistles.filter((one) => one.whistleId === whistleId), 'lookBack');
    await watch.terminate();
  });

  const entryInput = async () => {
    const appliedAt = await now();
    const milestones = [60, 120].map((day, index) => ({ milestoneId: `m${index}`, dueAt: appliedAt + day * DAY_MS }));
    return { ...ids(), entryId: randomUUID(), appliedAt, days: 120, milestones, terms: terms() };
  };

  it('reaches the approval of a ledger entry', async () => {
    const input = await entryInput();
    const entry = await start('ledgerWorkflow', ledgerWorkflowId(input.entryId), TASK_QUEUES.whistles, input);
    await findsAgain(
      entry,
      () => stage.records.ledger.filter((one) => one.entryId === input.entryId),
      'ledgerApproval',
    );
    await entry.terminate();
  });

  it('is still known to a ledger entry that continues as new', async () => {
    const input = { ...(await entryInput()), isChosen: true };
    const entry = await start('ledgerWorkflow', ledgerWorkflowId(input.entryId), TASK_QUEUES.whistles, input);
    const facts = () => stage.records.ledger.filter((one) => one.entryId === input.entryId);
    await load(entry);
    await until(() => facts().find(({ fact }) => fact.type === 'calendarLoaded'));
    await stage.env.sleep('5 days');
    const turned = await until(() => facts().find(({ fact }) => fact.type === 'reviewDue'));
    const latest = stage.client.workflow.getHandle(ledgerWorkflowId(input.entryId));
    await until(async () => ((await latest.describe()).runId === entry.firstExecutionRunId ? undefined : true));
    // The carrying over that the year's end has made owed was found under the loaded calendar.
    const owed = turned.after.deadlines.find(({ step }) => step === 'carryOver')!;
    expect([owed.provisional, loaded.holidays.includes(dateOf(dayOf(owed.dueAt)))]).toEqual([false, false]);
    await latest.signal(calendarLoadedSignal, { calendar: loaded });
    await latest.executeUpdate(ledger.proposeCarryOverUpdate, { args: [{ by: by('head') }] });
    expect(facts().map(({ fact }) => fact.type)).toEqual([
      ...['ledgerApplied', 'calendarLoaded', 'reviewDue', 'carryOverProposed'],
    ]);
    await latest.terminate();
  });

  it('reaches a session that is to be held', async () => {
    const sessionId = randomUUID();
    const convened = { convenedAt: await now(), convenedBy: 'zx-liaison1', memberIds: ['M01'], purpose: 'dispatch' };
    const input = { ...ids(), ...convened, sessionId, terms: terms() };
    const session = await start('deliberationWorkflow', sessionWorkflowId(sessionId), TASK_QUEUES.topics, input);
    await findsAgain(session, () => stage.records.sessions.filter((one) => one.sessionId === sessionId), 'deliberate');
    await session.terminate();
  });

  const propose = async (limits: Partial<ProposalLimits>) => {
    const proposalId = randomUUID();
    const proposalTerms = { ...PROPOSAL_TERMS, calendar: known, limits: { ...PROPOSAL_TERMS.limits, ...limits } };
    const submitted = { submittedBy: by('member'), contentId: 'draft', submittedAt: await now() };
    const input = { proposalId, subdistrictId: 'zx', ...submitted, terms: proposalTerms };
    const handle = await start('proposalWorkflow', proposalWorkflowId(proposalId), TASK_QUEUES.topics, input);
    return { handle, records: () => stage.records.proposals.filter((one) => one.proposalId === proposalId) };
  };

  it('reaches a proposal', async () => {
    const { handle, records } = await propose({ file: FIVE_DAYS });
    await findsAgain(handle, records, 'proposalFile');
    await handle.terminate();
  });

  it('moves the reply to a proposal, due after months, on to a day that is worked', async () => {
    const { handle, records } = await propose({});
    const officer = { by: by('liaisonOfficer') };
    await handle.executeUpdate(proposals.fileProposalUpdate, { args: [{ ...officer, isFiled: true }] });
    const units = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: [] };
    await handle.executeUpdate(proposals.assignProposalUpdate, { args: [{ ...officer, ...units }] });
    const replyOf = () => records().at(-1)!.after.deadlines[0]!;
    const guess = replyOf();
    expect([guess.step, guess.provisional]).toEqual(['reply', true]);
    loaded = { ...loaded, holidays: [...loaded.holidays, dateOf(dayOf(guess.dueAt))] };
    await load(handle);
    await until(() => records().find(({ fact }) => fact.type === 'calendarLoaded'));
    expect(replyOf()).toMatchObject({ step: 'reply', provisional: false, holderId: 'ZX-CGJ' });
    expect(replyOf().dueAt).toBeGreaterThanOrEqual(guess.dueAt + DAY_MS);
    await handle.terminate();
  });

  describe('and is told to the whistle', () => {
    const facts = (road: Road) => road.checkIns().map(({ fact }) => fact.type);
    const loadedIn = <R extends { fact: { type: string } }>(records: () => R[], type = 'calendarLoaded') =>
      until(() => records().find(({ fact }) => fact.type === type));

    it('passes it on to members, departments and the ledger, once', async () => {
      const road = await blow(stage, { terms: terms(), defaultGrade: 'G4' });
      const regradedTerms = { ...termsOf('G4'), calendar: known };
      await road.act(acceptUpdate, 'liaisonOfficer', { ...ACCEPTED, grade: 'G4', terms: regradedTerms });
      await until(() => (facts(road).includes('requested') ? true : undefined));
      await road.confirm('M01');
      await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'checkedIn'));
      await road.dispatch('ZX-CGJ');
      await until(() => road.tasks()[0]);
      const entryId = randomUUID();
      const milestones = [{ milestoneId: 'm1', dueAt: (await now()) + 50 * DAY_MS }];
      await road.act(applyLedgerUpdate, 'head', { entryId, milestones });
      const entries = () => stage.records.ledger.filter((one) => one.entryId === entryId);
      await until(() => entries()[0]);
      await road.whistle.signal(calendarLoadedSignal, { calendar: loaded });
      await loadedIn(road.decisions);
      await Promise.all([loadedIn(road.checkIns), loadedIn(road.tasks, 'termsChanged'), loadedIn(entries)]);
      await road.whistle.signal(calendarLoadedSignal, { calendar: loaded });
      await road.act(withdrawUpdate, 'communityHead', { needsApproval: false });
      await loadedIn(road.tasks, 'stopped');
      expect(road.tasks().filter(({ fact }) => fact.type === 'termsChanged')).toHaveLength(1);
      expect(facts(road).filter((type) => type === 'calendarLoaded')).toHaveLength(1);
    });

    it('passes it on to a session, and starts whoever comes later under it', async () => {
      const road = await blow(stage, { terms: terms() });
      await road.act(acceptUpdate, 'liaisonOfficer', { ...ACCEPTED, grade: 'G3', terms: terms() });
      await until(() => (facts(road).includes('requested') ? true : undefined));
      await road.confirm('M01');
      await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'checkedIn'));
      const sessionId = randomUUID();
      await road.act(deliberateUpdate, 'liaisonOfficer', { sessionId });
      await until(() => road.sessions()[0]);
      await road.whistle.signal(calendarLoadedSignal, { calendar: loaded });
      await loadedIn(road.sessions);
      // Somebody raises it with terms that were made a moment before.
      await road.act(regradeUpdate, 'liaisonOfficer', { grade: 'G3', level: 'yellow', terms: terms() });
      await road.act(regradeUpdate, 'deputyLeader', { grade: 'G4', level: 'yellow', terms: terms() });
      const held = { by: by('member'), outcome: 'consensus', contentId: 'minutes' } as const;
      await stage.client.workflow.getHandle(sessionWorkflowId(sessionId)).executeUpdate(holdSessionUpdate, {
        args: [held],
      });
      await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'deliberated'));
      await road.dispatch('ZX-CGJ');
      const { after } = await until(() => road.tasks()[0]);
      expect(after.deadlines.map(({ provisional }) => provisional)).toEqual([false, false]);
      await road.act(withdrawUpdate, 'communityHead', { needsApproval: false });
    });
  });
});
