import { GRADES, type Grade } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import { PROBLEMS } from '@hsl/contracts/problem-codes';
import { TASK_STATES, type TaskState } from '@hsl/contracts/states';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { termsFor } from '@hsl/domain/matter-terms';
import { Refused } from '@hsl/domain/refused';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { nearestClock } from '@hsl/domain/running-clock';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as handling from './decisions/handling.decisions.js';
import * as returns from './decisions/returns.decisions.js';
import * as time from './decisions/time.decisions.js';
import type { DepartmentTaskInput } from './department-task.messages.js';
import {
  begun,
  isOver,
  isPaused,
  rowOf,
  runningClocks,
  type TaskDecided,
  type TaskStatus,
} from './department-task.state.js';

const HOUR_MS = 3_600_000;
const UNITS = ['D1', 'D2', 'D3'];
const termsOf = (grade: Grade) => termsFor({ version: 1, content: DEFAULT_RULE_SET }, grade, CHINA_CALENDAR);
const TERMS = Object.fromEntries(GRADES.map((grade) => [grade, termsOf(grade)])) as Record<
  Grade,
  ReturnType<typeof termsOf>
>;

interface Try {
  wild: boolean;
  deed: number;
  roll: number;
  yes: boolean;
  laterMs: number;
  ringFirst: boolean;
  twice: boolean;
}
type Deed = (now: TaskStatus, at: Instant, one: Try) => TaskDecided | undefined;

const pick = <T>(from: readonly T[], roll: number): T => from[roll % from.length]!;
let ids = 0;
const newId = (): string => `id-${(ids += 1)}`;
const by = { by: { userId: 'zx-somebody', role: 'system' as const }, contentId: 'words' };
const toUnit = ({ roll }: Try) => ({ ...by, toDepartmentId: pick(UNITS, roll) });

const DEEDS: Record<string, Deed> = {
  acknowledge: (now, at) => handling.acknowledge(now, by, at),
  feedback: (now, at) => handling.submitFeedback(now, by, at),
  waive: (now) => handling.waive(now, by),
  stop: (now, _at, { yes }) => handling.stop(now, { as: yes ? 'CANCELLED' : 'LEDGERED' }),
  changeTerms: (now, at, { roll, yes }) => {
    const grade = pick(GRADES, roll);
    const terms = TERMS[grade];
    const more = yes ? { feedbackLimit: terms.limits.feedback } : { notAfter: at + ((roll % 200) - 100) * HOUR_MS };
    return handling.changeTerms(now, { terms, grade, level: 'blue', ...more });
  },
  answerOrder: (now, _at, { yes }) =>
    handling.answerOrder(now, { ...by, orderId: (yes && now.orders[0]?.orderId) || 'gone' }),
  requestReturn: (now, at, one) => returns.requestReturn(now, { ...toUnit(one), reasonCode: 'notOurDuty' }, at),
  ruleReturn: (now, at, one) => returns.ruleReturn(now, { ...toUnit(one), isAccepted: one.yes }, at),
  siteMeeting: (now, at) => returns.recordSiteMeeting(now, by, at),
  ruleDispute: (now, at, one) => returns.ruleDispute(now, toUnit(one), at),
  appeal: (now, at) => returns.appeal(now, by, at),
  ruleAppeal: (now, at, one) => returns.ruleAppeal(now, toUnit(one), at),
  requestExtension: (now, at, { roll }) =>
    time.requestExtension(now, { ...by, newDueAt: now.feedback.dueAt + ((roll % 300) - 50) * HOUR_MS }, at),
  ruleExtension: (now, _at, { yes }) => time.ruleExtension(now, { ...by, isApproved: yes }),
  flagIdle: (now, at, { roll }) => time.flagIdle(now, { ...by, supportingTaskId: `t${roll % 2}` }, at),
  agreePause: (now, at) => time.agreePause(now, by, at),
  resume: (now, at) => time.resume(now, at),
};

const WORK = ['requestReturn', 'requestExtension', 'ruleExtension', 'flagIdle', 'agreePause', 'resume', 'answerOrder'];
const FITTING: Partial<Record<TaskState, string[]>> = {
  DISPATCHED: ['acknowledge', ...WORK],
  ACKNOWLEDGED: ['feedback', 'changeTerms', ...WORK, ...WORK],
  IN_PROGRESS: ['feedback', 'changeTerms', ...WORK, ...WORK],
  RETURN_REQUESTED: ['ruleReturn', 'ruleExtension'],
  DISPUTED: ['siteMeeting', 'ruleDispute', 'appeal', 'ruleAppeal', 'ruleExtension'],
};

/** Which moves a task may make (domain 4.1 DepartmentTask, 4.5 returns and disputes). */
const MOVES: Partial<Record<TaskState, TaskState[]>> = {
  DISPATCHED: ['ACKNOWLEDGED', 'RETURN_REQUESTED', 'DISPUTED', 'CANCELLED', 'LEDGERED'],
  ACKNOWLEDGED: ['FEEDBACK_SUBMITTED', 'RETURN_REQUESTED', 'DISPUTED', 'CANCELLED', 'LEDGERED'],
  IN_PROGRESS: ['FEEDBACK_SUBMITTED', 'CANCELLED', 'LEDGERED'],
  RETURN_REQUESTED: ['DISPATCHED', 'RETURNED', 'CANCELLED', 'LEDGERED'],
  DISPUTED: ['DISPATCHED', 'RETURNED', 'CANCELLED', 'LEDGERED'],
};
const ENDS = {
  FEEDBACK_SUBMITTED: 'fedBack',
  RETURNED: 'returned',
  CANCELLED: 'stopped',
  LEDGERED: 'stopped',
} as const;

const LAWS: Record<string, (now: TaskStatus, before: TaskStatus) => boolean> = {
  'one known state': ({ state }) => TASK_STATES.includes(state),
  'one version per decision': (now, before) => now.version === before.version + 1,
  'the life cycle leads there': ({ state }, before) => state === before.state || !!MOVES[before.state]?.includes(state),
  'an end says how it ended (S16)': ({ state, outcome }) =>
    state in ENDS
      ? outcome === ENDS[state as keyof typeof ENDS] || (state === 'CANCELLED' && outcome === 'waived')
      : outcome === undefined,
  'what is returned for good has a unit that takes over, another one (S15)': ({ outcome, toDepartmentId, input }) =>
    (outcome === 'returned') === (toDepartmentId !== undefined) && toDepartmentId !== input.departmentId,
  'an open task always has a clock that runs, or a pause (S15)': (now) =>
    isOver(now) || isPaused(now) || runningClocks(now).length > 0,
  'whoever owes a ruling has its clock (S15)': ({ state, ruling, progress }) => {
    if (state === 'RETURN_REQUESTED') return ruling?.step === 'returnRuling';
    if (state === 'DISPUTED') return ruling !== undefined && progress.dispute !== undefined;
    return (ruling?.step === 'extensionRuling') === (progress.extension !== undefined) || state in ENDS;
  },
  'what is over keeps its state and its deadline': (now, before) =>
    !isOver(before) || (now.state === before.state && now.feedback === before.feedback),
  'nothing runs when it is over': (now) => !isOver(now) || runningClocks(now).length === 0,
  'a deadline is never before its start': (now) => rowOf(now).deadlines.every((one) => one.dueAt >= one.startedAt),
  'rungs stand in the order of the ladder': (now) =>
    runningClocks(now).every(({ rungs }) => rungs.every((one, i) => i === 0 || rungs[i - 1]!.at <= one.at)),
  'orders open and shown are the same': ({ orders, progress }) =>
    orders.map(({ orderId }) => orderId).join() === progress.openOrders.join(),
};

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}

const NO_TRY: Try = { wild: true, deed: 0, roll: 0, yes: true, laterMs: 0, ringFirst: true, twice: false };

class Life {
  private readonly climbed = new Map<string, number>();

  constructor(
    private now: TaskStatus,
    private readonly deeds: Record<string, Deed>,
    private readonly seen: Set<string>,
  ) {}

  take(name: string, deed: Deed, at: Instant, one: Try): void {
    const before = frozen(this.now);
    try {
      const decided = deed(before, at, one);
      if (!decided) return;
      this.now = decided.next;
    } catch (error) {
      // Frozen: a rule that refuses cannot have changed it.
      if (!(error instanceof Refused)) throw error;
      if (!(error.code in PROBLEMS) || error.state !== before.state) throw new Error(`${name}: ${error.message}`);
      return;
    }
    this.seen.add(this.now.state).add(name);
    const broken = Object.keys(LAWS).filter((law) => !LAWS[law]!(this.now, before));
    const shown = JSON.stringify({ ...this.now, input: undefined });
    if (broken.length > 0) throw new Error(`${name} in ${before.state} broke: ${broken.join('; ')}\n${shown}`);
  }

  ring(at: Instant): void {
    for (;;) {
      const nearest = nearestClock(runningClocks(this.now));
      if (!nearest || nearest.rung.at > at) return;
      const { clock, rung } = nearest;
      const order = this.now.orders.find((one) => one.clock === clock)?.orderId ?? '';
      const key = `${clock.step} ${order} since ${clock.startedAt}`;
      if ((this.climbed.get(key) ?? 0) >= rung.rung) throw new Error(`rung ${rung.rung} again: ${key}`);
      this.climbed.set(key, rung.rung);
      if (clock.step === 'appeal' && rung.kind === 'redCard') {
        this.take('settle', returns.settleUnappealed, at, NO_TRY);
        continue;
      }
      this.take('rung', (now) => handling.ring(now, clock, rung, at, newId), at, NO_TRY);
      if (clock.step === 'acknowledge' && rung.kind === 'superviseOrder') {
        this.take('tacit', handling.acknowledgeTacitly, at, NO_TRY);
      }
    }
  }

  live(one: Try, at: Instant): void {
    if (one.ringFirst) this.ring(at);
    const name = pick((!one.wild && FITTING[this.now.state]) || Object.keys(this.deeds), one.deed);
    this.take(name, this.deeds[name]!, at, one);
    if (one.twice) this.take(name, this.deeds[name]!, at + 1, one);
  }
}

const births = fc.record({
  at: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 31) }),
  grade: fc.constantFrom(...GRADES),
  role: fc.constantFrom('lead' as const, 'supporting' as const),
  round: fc.constantFrom(1, 1, 1, 2),
  tried: fc.constantFrom<string[]>([], [], ['D2']),
  falseFeedback: fc.boolean(),
});
const tries: fc.Arbitrary<Try> = fc.record({
  wild: fc.nat(5).map((one) => one === 0),
  ...{ deed: fc.nat(1_000), roll: fc.nat(10_000), yes: fc.boolean(), ringFirst: fc.boolean(), twice: fc.boolean() },
  laterMs: fc.oneof(fc.integer({ min: 2, max: HOUR_MS }), fc.integer({ min: 2, max: 60 * HOUR_MS })),
});
const lives = fc.tuple(births, fc.array(tries, { minLength: 1, maxLength: 30, size: 'max' }));
type LifeOf = typeof lives extends fc.Arbitrary<infer L> ? L : never;

function live([birth, all]: LifeOf, seen = new Set<string>(), deeds = DEEDS): void {
  const { at: dispatchedAt, grade, ...more } = birth;
  const terms = TERMS[grade];
  const input: DepartmentTaskInput = {
    ...{ taskId: 'T', whistleId: 'W', number: 'ZX-2026-000001', subdistrictId: 'zx', communityId: 'ZX01' },
    ...{ departmentId: 'D1', categoryCode: 'C1', grade, level: 'blue', version: 0, dispatchedAt, terms },
    ...{ feedbackLimit: terms.limits.feedback, ...more },
  };
  const life = new Life(begun(input, newId).next, deeds, seen);
  let at = dispatchedAt;
  for (const one of all) life.live(one, (at += one.laterMs));
  life.ring(at);
}

describe('model of a department task', () => {
  it('keeps every law in random lives of legal, illegal, repeated, late and reordered deeds', () => {
    fc.assert(
      fc.property(lives, (life) => live(life)),
      { numRuns: 600 },
    );
  });

  it('reaches every state a round can end in, and every deed has happened', () => {
    const seen = new Set<string>();
    for (const life of fc.sample(lives, { numRuns: 1_500, seed: 11 })) live(life, seen);
    const ofOthers = ['VERIFIED', 'REWORK'];
    const wanted = [
      ...TASK_STATES.filter((state) => !ofOthers.includes(state)),
      ...Object.keys(DEEDS),
      'settle',
      'tacit',
    ];
    expect(wanted.filter((one) => !seen.has(one))).toEqual([]);
  });

  it.each<[string, string, RegExp, (decided: TaskDecided) => TaskStatus]>([
    ['loses the clock of a ruling', 'requestReturn', /owes a ruling/, ({ next }) => ({ ...next, ruling: undefined })],
    ['ends without saying how', 'feedback', /S16/, ({ next }) => ({ ...next, outcome: undefined })],
    ['hands over to nobody', 'ruleReturn', /takes over/, ({ next }) => ({ ...next, toDepartmentId: undefined })],
  ])('finds a rule that %s', (_what, name, law, spoil) => {
    const broken: Deed = (...args) => {
      const decided = DEEDS[name]!(...args);
      return decided && { ...decided, next: spoil(decided) };
    };
    const spoiled = { ...DEEDS, [name]: broken };
    const run = fc.check(
      fc.property(lives, (life) => live(life, new Set(), spoiled)),
      { numRuns: 1_500 },
    );
    expect(String(run.errorInstance)).toMatch(law);
  });
});
