import { GRADES, LEVELS, type Grade } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import { PROBLEMS } from '@hsl/contracts/problem-codes';
import { LAST_CHOICES, SESSION_OUTCOMES, WHISTLE_STATES, type WhistleState } from '@hsl/contracts/states';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { termsFor } from '@hsl/domain/matter-terms';
import { Refused } from '@hsl/domain/refused';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { nearestClock, type RunningClock } from '@hsl/domain/running-clock';
import { WHISTLE_TRANSITIONS } from '@hsl/domain/whistle-transitions';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FollowUpStatus } from '../follow-up/follow-up.state.js';
import { reopen } from '../follow-up/reopening.js';
import * as coordination from './decisions/coordination.decisions.js';
import * as ending from './decisions/ending.decisions.js';
import * as grading from './decisions/grading.decisions.js';
import * as judging from './decisions/judging.decisions.js';
import * as ledger from './decisions/ledger.decisions.js';
import * as members from './decisions/members.decisions.js';
import * as triage from './decisions/triage.decisions.js';
import { LAWS } from './whistle-laws.js';
import type { WhistleInput } from './whistle.messages.js';
import {
  blown,
  clocksOf,
  isOver,
  ON_LEDGER,
  owedTasks,
  resumed,
  rowOf,
  type Decided,
  type WhistleStatus,
} from './whistle.state.js';

const DAY_MS = 86_400_000;
const UNITS = ['D1', 'D2', 'D3', 'D4'];
const ROUTE = { leadDepartmentId: 'D1', supportingDepartmentIds: ['D2'] };
const TERMS = Object.fromEntries(
  GRADES.map((grade) => [grade, termsFor({ version: 1, content: DEFAULT_RULE_SET }, grade, CHINA_CALENDAR)]),
) as Record<Grade, ReturnType<typeof termsFor>>;

/** One thing that is tried on the matter; every choice in it is drawn from `roll` and `yes`. */
interface Try {
  /** Whatever the state allows or not, or one of the deeds that fit the state. */
  wild: boolean;
  deed: number;
  roll: number;
  yes: boolean;
  /** Since the try before. */
  laterMs: number;
  /** Rungs that came due before are fired first, or are late, as after an outage. */
  ringFirst: boolean;
  /** The same deed twice in a row. */
  twice: boolean;
}

type Deed = (now: WhistleStatus, at: Instant, one: Try) => Decided | undefined;

const pick = <T>(from: readonly T[], roll: number): T => from[roll % from.length]!;
/** Entries whose matter went on without them: they were told to close, whatever they tell meanwhile. */
const closing = new Set<string>();
let ids = 0;
const newId = (): string => `id-${(ids += 1)}`;
const person = (role: string) => ({ by: { userId: `zx-${role}`, role: 'system' as const }, contentId: 'words' });
const ruling = ({ yes }: Try) => ({ ...person('deputyLeader'), isApproved: yes });
const units = ({ roll, yes }: Try) => ({
  ...person('liaisonOfficer'),
  leadDepartmentId: pick(UNITS, roll),
  supportingDepartmentIds: yes ? [pick(UNITS, roll >> 2), pick(UNITS, roll >> 4)].slice(roll % 2) : [],
});
const timetable = (at: Instant, { roll, yes }: Try) => ({
  entryId: newId(),
  milestones: yes ? [{ milestoneId: 'm1', dueAt: at + (1 + (roll % 70)) * DAY_MS }] : [],
});
const sessionOf = ({ roll }: Try) => pick(SESSION_OUTCOMES, roll);

/** What people, processes and other matters may do or tell, legal now or not. */
const DEEDS: Record<string, Deed> = {
  countersign: (now) => triage.countersign(now, person('communityHead')),
  accept: (now, at, { roll, yes }) => {
    const [grade, level] = [pick(GRADES, roll), pick(LEVELS, roll >> 2)];
    const more = { tier: 'neighbourhood', track: yes ? 'longTerm' : 'immediate', terms: TERMS[grade] } as const;
    return triage.accept(now, { ...person('liaisonOfficer'), ...more, grade, level }, at, newId);
  },
  sendBack: (now, at) => triage.sendBack(now, person('liaisonOfficer'), at),
  resubmit: (now, at) => triage.resubmit(now, person('communityWorker'), at),
  proposeDecline: (now, at) => triage.proposeDecline(now, { ...person('liaisonOfficer'), reasonCode: 'notOurs' }, at),
  ruleDecline: (now, at, one) => triage.ruleDecline(now, ruling(one), at),
  object: (now, at) => triage.object(now, person('communityWorker'), at),
  ruleObjection: (now, at, one) => triage.ruleObjection(now, ruling(one), at),
  contact: (now, at) => triage.contact(now, person('communityWorker'), at),
  regrade: (now, at, { roll }) => {
    const [grade, level] = [pick(GRADES, roll), pick(LEVELS, roll >> 2)];
    return grading.regrade(now, { ...person('liaisonOfficer'), grade, level, terms: TERMS[grade] }, at, newId);
  },
  checkedIn: (now, at, { roll, yes }) =>
    members.checkIn(now, yes ? { memberId: `M${roll % 4}`, substituted: false } : { substituted: true }, at),
  deliberate: (now, at) => members.deliberate(now, { ...person('member'), sessionId: newId() }, at),
  deliberated: (now, at, one) => members.deliberated(now, sessionOf(one), at),
  selfResolve: (now, at) => members.selfResolve(now, person('communityWorker'), at),
  dispatch: (now, at, one) => coordination.dispatch(now, units(one), at, newId),
  correctUnits: (now, at, one) => coordination.correctUnits(now, units(one), at, newId),
  roundReturned: (now, at, { roll }) => {
    const { taskId } = pick(owedTasks(now), roll) ?? { taskId: 'gone' };
    const round = {
      taskId,
      round: 1,
      version: 3,
      outcome: 'returned',
      toDepartmentId: pick(UNITS, roll >> 3),
    } as const;
    return coordination.redispatch(now, round, at, newId);
  },
  roundsDone: (now, at) => {
    const done = owedTasks(now).map(({ taskId, round }) => ({
      taskId,
      round,
      version: 4,
      outcome: 'fedBack' as const,
    }));
    return done.length === 0 ? undefined : coordination.submitFeedback(now, done, at);
  },
  taskNews: (now, at, { roll, yes }) => {
    const { taskId, departmentId } = pick(now.tasks, roll) ?? { taskId: 'gone', departmentId: 'D1' };
    const news = yes
      ? ({ news: 'rescheduled', dueAt: at + (roll % 9) * DAY_MS } as const)
      : { news: 'escalated' as const };
    return coordination.taskNews(now, { taskId, departmentId, ...news });
  },
  verify: (now, at, { roll, yes }) => {
    const verdict = yes ? 'pass' : 'fail';
    return judging.verify(now, { ...person('member'), verdict, falseFeedback: roll % 4 === 0 }, at);
  },
  flagFalseFeedback: (now, at) => judging.flagFalseFeedback(now, person('communityWorker'), at),
  revisit: (now, at, { roll }) => {
    const satisfaction = pick(['dissatisfied', 'dissatisfied', 'satisfied', 'basic'] as const, roll);
    return judging.revisit(
      now,
      { ...person('liaisonOfficer'), satisfaction, solved: pick(['yes', 'partly', 'no'] as const, roll >> 2) },
      at,
    );
  },
  unreached: (now, at, { yes }) => {
    const attempts = [2 * DAY_MS, DAY_MS, 0].map(
      (ago, index) => ({ at: at - ago, channel: index ? 'phone' : 'visit' }) as const,
    );
    return judging.unreached(now, { ...person('liaisonOfficer'), attempts: attempts.slice(yes ? 0 : 1) }, at);
  },
  confirmProactive: (now, at) => judging.confirmProactive(now, person('communityWorker'), at),
  conveneDissatisfied: (now) => judging.conveneDissatisfied(now, { ...person('liaisonOfficer'), sessionId: newId() }),
  // Its session tells this once: a second telling has no process that could send it.
  sessionConcluded: (now, at, one) =>
    now.session?.outcome === undefined ? judging.sessionConcluded(now, sessionOf(one), at) : undefined,
  chooseOutcome: (now, at, one) => {
    const choice = pick(LAST_CHOICES, one.roll);
    return judging.chooseOutcome(
      now,
      { ...person('groupLeader'), choice, timetable: timetable(at, { ...one, yes: true }) },
      at,
    );
  },
  applyLedger: (now, at, one) => ledger.applyLedger(now, { ...person('head'), ...timetable(at, one) }, at),
  ledgerApproved: (now, at, { yes }) =>
    ledger.ledgerNews(now, { entryId: (yes && now.ledger?.entryId) || 'gone', news: 'approved' }, at),
  carriedOver: (now, at) => ledger.ledgerNews(now, { entryId: now.ledger?.entryId ?? 'gone', news: 'carriedOver' }, at),
  resumeLedger: (now, at) => ledger.resumeLedger(now, at),
  // An entry on the register is delivered, one that is still applied for is refused; told to close, either closes.
  ledgerDone: (now, at) => {
    const isRunning = now.state === 'LEDGERED' || now.state === 'CARRIED_OVER';
    const outcome = closing.has(now.ledger?.entryId ?? '') ? 'closedUnsolved' : isRunning ? 'delivered' : 'refused';
    return ledger.ledgerDone(now, { outcome, entryId: now.ledger?.entryId ?? 'gone' }, at, new Map());
  },
  absorb: (now, at, { roll, yes }) => {
    const grade = pick(GRADES, roll);
    const told = { whistleId: `W${roll % 3}`, grade, terms: TERMS[grade], reporterCount: roll % 5 };
    return grading.absorb(now, { ...told, ...(yes ? { dueAt: at + ((roll % 21) - 10) * DAY_MS } : {}) });
  },
  linkRepeat: (now, _at, { roll }) =>
    grading.linkRepeat(now, { ...person('liaisonOfficer'), repeatOf: `R${roll % 3}`, repeatOfNumber: 'ZX-1' }),
  calendarLoaded: (now, _at, { roll }) =>
    grading.loadCalendar(now, { ...CHINA_CALENDAR, version: CHINA_CALENDAR.version + (roll % 4) }),
  merge: (now, at) => ending.merge(now, { ...person('liaisonOfficer'), masterId: 'W9' }, at),
  withdraw: (now, at, { yes }) => ending.withdraw(now, { ...person('communityHead'), needsApproval: yes }, at),
  ruleWithdraw: (now, at, one) => ending.ruleWithdraw(now, ruling(one), at),
  reopen: (now, at) => reopened(now, at),
};

/** The follow-up takes a concluded matter up again, and its workflow goes on from there. */
function reopened(now: WhistleStatus, at: Instant): Decided | undefined {
  if (now.state !== 'CONCLUDED') throw new Refused('wrongState', now.state);
  const { state, version, terms, since: concludedAt } = now;
  const watch = { state, version, lookBacks: [], input: { terms, concludedAt, concluded: rowOf(now) } };
  const { next, fact } = reopen(watch as unknown as FollowUpStatus, person('communityWorker'), at);
  const { waitingFor, progress } = next.reopened!;
  const from = {
    state: next.state as 'COORDINATING',
    version: next.version,
    at,
    track: now.track,
    waitingFor,
    progress,
  };
  return {
    next: resumed({ ...inputOf({ at, ...BLUE }), terms, defaultGrade: now.grade, level: now.level, resumed: from }),
    fact,
  };
}

/** What fits each state, so that random lives get somewhere. */
const FITTING: Record<WhistleState, string[]> = {
  BLOWN: ['accept', 'accept', 'countersign', 'sendBack', 'proposeDecline', 'ruleDecline'],
  NEEDS_INFO: ['resubmit', 'countersign'],
  ACCEPTED: [],
  ASSIGNING: ['checkedIn', 'checkedIn', 'contact', 'regrade', 'countersign'],
  CHECKED_IN: ['deliberate', 'dispatch', 'dispatch', 'selfResolve', 'checkedIn'],
  DELIBERATING: ['deliberated', 'dispatch', 'selfResolve', 'deliberated'],
  COORDINATING: [
    ...[
      'roundsDone',
      'roundsDone',
      'roundReturned',
      'correctUnits',
      'applyLedger',
      'applyLedger',
      'ledgerApproved',
      'ledgerApproved',
      'taskNews',
    ],
    ...[
      'conveneDissatisfied',
      'sessionConcluded',
      'chooseOutcome',
      'chooseOutcome',
      'absorb',
      'checkedIn',
      'ledgerDone',
    ],
  ],
  VERIFYING: ['verify', 'verify', 'verify', 'flagFalseFeedback', 'checkedIn'],
  REVISITING: ['revisit', 'revisit', 'revisit', 'unreached', 'confirmProactive', 'flagFalseFeedback'],
  LEDGERED: ['ledgerDone', 'carriedOver', 'carriedOver', 'withdraw'],
  CARRIED_OVER: ['resumeLedger', 'ledgerDone', 'withdraw'],
  NOT_ACCEPTED: ['object', 'ruleObjection'],
  CONCLUDED: ['reopen'],
  ...{ LOOKING_BACK: [], ARCHIVED: [], MERGED: [], WITHDRAWN: [] },
};

/** The workflow's reaction to a rung (whistle.ladder.ts), one decision after the other. */
function rungDecisions(clock: RunningClock, rung: RunningClock['rungs'][number]): Deed[] {
  const isRed = rung.kind === 'redCard';
  if (isRed && clock.step === 'resubmit') return [(now, at) => triage.lapse(now, at)];
  if (isRed && clock.step === 'objection') return [(now, at) => triage.closeObjection(now, at)];
  const deeds: Deed[] = [(now) => ending.ring(now, clock, rung)];
  if (isRed && clock.step === 'accept') {
    deeds.push((now, at) => (now.state === 'BLOWN' && !now.decline ? triage.autoAccept(now, at, newId) : undefined));
  }
  return rung.kind === 'escalatedSupervision' ? [...deeds, (now) => coordination.escalate(now)] : deeds;
}

const BLUE = { level: 'blue', grade: 'G3', reporterCount: 1, hasRoute: true } as const;
const inputOf = ({ at, level, grade, reporterCount, hasRoute }: Birth): WhistleInput => ({
  ...{ whistleId: 'W', number: 'ZX-2026-000001', subdistrictId: 'zx', communityId: 'ZX01', categoryCode: 'C1' },
  ...{ blownAt: at, defaultGrade: grade, level, reporterCount, terms: TERMS[grade] },
  ...(hasRoute ? { route: ROUTE } : {}),
});
interface Birth {
  at: Instant;
  level: WhistleInput['level'];
  grade: Grade;
  reporterCount: number;
  hasRoute: boolean;
}

const births: fc.Arbitrary<Birth> = fc.record({
  at: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 31) }),
  level: fc.constantFrom(...LEVELS),
  grade: fc.constantFrom(...GRADES),
  reporterCount: fc.integer({ min: 0, max: 3 }),
  hasRoute: fc.boolean(),
});
const tries: fc.Arbitrary<Try> = fc.record({
  wild: fc.nat(3).map((one) => one === 0),
  ...{ deed: fc.nat(1_000), roll: fc.nat(10_000), yes: fc.boolean(), ringFirst: fc.boolean() },
  laterMs: fc.oneof(fc.integer({ min: 2, max: 7_200_000 }), fc.integer({ min: 2, max: 12 * DAY_MS })),
  twice: fc.boolean(),
});
const livesFrom = (minLength: number) => fc.tuple(births, fc.array(tries, { minLength, maxLength: 60, size: 'max' }));
const lives = livesFrom(1);

/** What a run of the model has seen. */
interface Seen {
  states: Set<WhistleState>;
  moves: Set<string>;
  deeds: Map<string, { done: number; refused: number }>;
}

const newSeen = (): Seen => ({ states: new Set(), moves: new Set(), deeds: new Map() });

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}

/** Terms are shared and frozen; of clocks that are the whole status. */
const shownOf = (status: WhistleStatus): string => JSON.stringify({ ...status, terms: status.terms.ruleSetVersion });

/** One matter, lived try by try; throws as soon as a law is broken. */
class Life {
  private readonly climbed = new Map<string, number>();

  constructor(
    private now: WhistleStatus,
    private readonly deeds: Record<string, Deed>,
    private readonly seen: Seen,
  ) {}

  take(name: string, deed: Deed, at: Instant, one: Try): void {
    const before = frozen(this.now);
    const shown = shownOf(before);
    const tally = this.seen.deeds.get(name) ?? { done: 0, refused: 0 };
    this.seen.deeds.set(name, tally);
    try {
      const decided = deed(before, at, one);
      if (!decided) return;
      tally.done += 1;
      this.now = decided.next;
      this.check(name, before);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tally.refused += 1;
      if (!(error.code in PROBLEMS) || error.state !== before.state)
        throw new Error(`${name}: refused as ${error.message}`);
      if (name === 'revisit' && before.state === 'REVISITING') throw new Error('a resident was not heard');
    }
    if (shownOf(before) !== shown) throw new Error(`${name} changed what it was given`);
  }

  /** Rungs that are due, as the workflow fires them. */
  ring(at: Instant): void {
    for (;;) {
      const nearest = isOver(this.now) ? undefined : nearestClock(clocksOf(this.now));
      if (!nearest || nearest.rung.at > at) return;
      const { clock, rung } = nearest;
      const key = `${clock.step} since ${clock.startedAt}`;
      if ((this.climbed.get(key) ?? 0) >= rung.rung) throw new Error(`rung ${rung.rung} again: ${key}`);
      this.climbed.set(key, rung.rung);
      for (const deed of rungDecisions(clock, rung)) this.take('clock', deed, at, NO_TRY);
    }
  }

  live(one: Try, at: Instant): void {
    if (one.ringFirst) this.ring(at);
    const fitting = FITTING[this.now.state];
    const names = one.wild || fitting.length === 0 ? Object.keys(this.deeds) : fitting;
    const name = pick(names, one.deed);
    this.take(name, this.deeds[name]!, at, one);
    if (one.twice) this.take(name, this.deeds[name]!, at + 1, one);
  }

  private check(name: string, before: WhistleStatus): void {
    const { now } = this;
    this.seen.states.add(now.state);
    if (now.ledger && !ON_LEDGER.includes(now.state)) closing.add(now.ledger.entryId);
    if (now.state !== before.state) this.seen.moves.add(`${before.state} ${now.state}`);
    const broken = Object.keys(LAWS).filter((law) => !LAWS[law]!(now, before));
    if (broken.length > 0) {
      const steps = now.asides.map(({ step }) => step);
      const shown = JSON.stringify({ ...now, terms: undefined, clock: now.clock?.step, asides: steps });
      throw new Error(`${name} in ${before.state} broke: ${broken.join('; ')}\n${shown}`);
    }
  }
}

const NO_TRY: Try = { wild: true, deed: 0, roll: 0, yes: true, laterMs: 0, ringFirst: true, twice: false };

function live([birth, all]: [Birth, Try[]], seen = newSeen(), deeds = DEEDS): void {
  const life = new Life(blown(inputOf(birth)), deeds, seen);
  let { at } = birth;
  for (const one of all) {
    at += one.laterMs;
    life.live(one, at);
  }
  life.ring(at);
}

describe('model of a whistle', () => {
  it('[S15] [S16] keeps every law in random lives of legal, illegal, repeated, late and reordered deeds', () => {
    fc.assert(
      fc.property(lives, (life) => live(life)),
      { numRuns: 600 },
    );
  });

  it('reaches every state of the workflow and every move of the table, and refuses each person at least once', () => {
    const seen = newSeen();
    for (const life of fc.sample(livesFrom(50), { numRuns: 1_500, seed: 7 })) live(life, seen);
    const beyond = ['LOOKING_BACK', 'ARCHIVED', 'ACCEPTED'];
    expect(WHISTLE_STATES.filter((state) => !seen.states.has(state) && !beyond.includes(state))).toEqual([]);
    const moves = WHISTLE_TRANSITIONS.filter(
      (row) => row.from !== row.to && ![row.from, row.to].some((one) => beyond.includes(one)),
    );
    expect(moves.filter(({ from, to }) => from !== 'none' && !seen.moves.has(`${from} ${to}`))).toEqual([]);
    expect([...seen.deeds].filter(([, { done }]) => done === 0)).toEqual([]);
  });

  it.each<[string, string, RegExp, (decided: Decided) => WhistleStatus]>([
    ['forgets whom the matter waits for', 'dispatch', /S15/, ({ next }) => ({ ...next, waitingFor: [] })],
    ['ends a matter without outcome', 'withdraw', /S16/, ({ next }) => ({ ...next, outcome: undefined })],
    ['leaps over the table', 'verify', /table of transitions/, ({ next }) => ({ ...next, state: 'ARCHIVED' })],
    [
      'fires a rung again',
      'contact',
      /rung \d again/,
      ({ next }) => ({ ...next, clock: next.clock && { ...next.clock, fired: 0 } }),
    ],
  ])('finds a rule that %s', (_what, name, law, spoil) => {
    const broken: Deed = (...args) => {
      const decided = DEEDS[name]!(...args);
      return decided && { ...decided, next: spoil(decided) };
    };
    const run = fc.check(
      fc.property(lives, (life) => live(life, newSeen(), { ...DEEDS, [name]: broken })),
      { numRuns: 1_500 },
    );
    expect(String(run.errorInstance)).toMatch(law);
  });

  it('finds a rule that changes what it was given, even when it refuses', () => {
    const meddling: Deed = (now) => {
      now.memberIds.push('M9');
      throw new Refused('wrongState', now.state);
    };
    expect(() =>
      live([{ at: 0, ...BLUE }, [{ ...NO_TRY, deed: 1 }]], newSeen(), { ...DEEDS, accept: meddling }),
    ).toThrow(/extensible/);
  });
});
