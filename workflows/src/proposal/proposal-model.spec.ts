import type { Instant } from '@hsl/contracts/instants';
import { PROBLEMS } from '@hsl/contracts/problem-codes';
import { PROPOSAL_RATINGS, PROPOSAL_STATES, REPLY_CLASSES, type ProposalState } from '@hsl/contracts/states';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { proposalTermsFor } from '@hsl/domain/proposal-terms';
import { PROPOSAL_TRANSITIONS } from '@hsl/domain/proposal-transitions';
import { Refused } from '@hsl/domain/refused';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { nearestClock } from '@hsl/domain/running-clock';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as filing from './decisions/filing.decisions.js';
import * as replying from './decisions/replying.decisions.js';
import * as time from './decisions/time.decisions.js';
import * as units from './decisions/units.decisions.js';
import {
  hasEnded,
  rowOf,
  runningClocks,
  submitted,
  type ProposalDecided,
  type ProposalStatus,
} from './proposal.state.js';

const DAY_MS = 86_400_000;
const UNITS = ['D1', 'D2', 'D3'];
const TERMS = proposalTermsFor({ version: 1, content: DEFAULT_RULE_SET }, CHINA_CALENDAR);

interface Try {
  wild: boolean;
  deed: number;
  roll: number;
  yes: boolean;
  laterMs: number;
  ringFirst: boolean;
  twice: boolean;
}
type Deed = (now: ProposalStatus, at: Instant, one: Try) => ProposalDecided | undefined;

const pick = <T>(from: readonly T[], roll: number): T => from[roll % from.length]!;
const by = { by: { userId: 'zx-somebody', role: 'member' as const }, contentId: 'words' };

/** Mostly as it should be; now and then a date that is missing, past, or not asked for. */
function replyOf(at: Instant, { roll, yes }: Try) {
  const replyClass = pick(REPLY_CLASSES, roll);
  const promisedAt = at + ((roll % 300) - 20) * DAY_MS;
  return { ...by, replyClass, ...((replyClass === 'B') === (yes || roll % 7 > 0) ? { promisedAt } : {}) };
}

const DEEDS: Record<string, Deed> = {
  file: (now, at, { roll }) => filing.file(now, { ...by, isFiled: roll % 5 > 0 }, at),
  withdraw: (now) => filing.withdraw(now),
  assign: (now, at, { roll }) => {
    const supportingDepartmentIds = UNITS.filter((_unit, index) => (roll >> index) % 2 === 0);
    return filing.assign(now, { ...by, leadDepartmentId: pick(UNITS, roll), supportingDepartmentIds }, at);
  },
  requestReturn: (now, at) => units.requestReturn(now, by, at),
  ruleReturn: (now, at, { yes }) => units.ruleReturn(now, { ...by, isUpheld: yes }, at),
  giveOpinion: (now, _at, { roll }) => units.giveOpinion(now, { ...by, departmentId: pick(UNITS, roll) }),
  recordMeeting: (now) => replying.recordMeeting(now, by),
  confirmMeeting: (now) => replying.confirmMeeting(now),
  draftReply: (now) => replying.draftReply(now, by),
  reply: (now, at, one) => replying.reply(now, replyOf(at, one), at),
  supplement: (now, at, one) => replying.supplement(now, replyOf(at, one), at),
  rate: (now, at, { roll }) => replying.rate(now, { ...by, rating: pick(PROPOSAL_RATINGS, roll) }, at),
  close: (now) => filing.close(now),
  calendar: (now, _at, { roll, yes }) => {
    const { calendar } = now.terms;
    const newer = {
      ...calendar,
      version: calendar.version + (yes ? 1 : 0),
      lastYear: CHINA_CALENDAR.lastYear + (roll % 3),
    };
    return time.loadCalendar(now, newer);
  },
};

/** Deeds worth trying from each state; a wild try takes any. */
const FITTING: Record<ProposalState, string[]> = {
  SUBMITTED: ['file', 'file', 'file', 'withdraw'],
  FILED: ['assign'],
  ASSIGNED: ['requestReturn', 'giveOpinion', 'recordMeeting', 'confirmMeeting', 'confirmMeeting', 'draftReply'],
  RETURN_REQUESTED: ['ruleReturn', 'giveOpinion'],
  MET: ['reply', 'reply', 'draftReply', 'giveOpinion'],
  REPLIED: ['rate', 'rate', 'supplement', 'draftReply'],
  RATED: ['close', 'supplement', 'draftReply'],
  CARRIED_OVER: ['supplement', 'supplement', 'draftReply'],
  ...{ NOT_FILED: [], CLOSED: [], WITHDRAWN: [] },
};

type Law = (now: ProposalStatus, before: ProposalStatus) => boolean;

const distinct = (list: readonly unknown[]) => new Set(list).size === list.length;
const isRow = (from: ProposalState, to: ProposalState) =>
  PROPOSAL_TRANSITIONS.some((row) => row.from === from && row.to === to);
const steps = (now: ProposalStatus) => runningClocks(now).map(({ step }) => step);
/** Whom each state waits for. */
const OWES: Partial<Record<ProposalState, string>> = {
  ...{ SUBMITTED: 'proposalFile', FILED: 'proposalAssign', ASSIGNED: 'reply', RETURN_REQUESTED: 'reply', MET: 'reply' },
  ...{ REPLIED: 'proposalRate', RATED: 'proposalClose', CARRIED_OVER: 'proposalPromise' },
};
const HAS_LEAD: ProposalState[] = ['ASSIGNED', 'RETURN_REQUESTED', 'MET', 'REPLIED', 'RATED', 'CARRIED_OVER', 'CLOSED'];

/** What must be true of every proposal at every moment. */
const LAWS: Record<string, Law> = {
  'one known state': ({ state }) => PROPOSAL_STATES.includes(state),
  'one version per decision': (now, before) => now.version === before.version + 1,
  'the table of transitions leads there': ({ state }, before) => state === before.state || isRow(before.state, state),
  'an open proposal is owed by somebody by name, and has a deadline': (now) =>
    hasEnded(now) ||
    (steps(now).includes((OWES[now.state] ?? '') as never) &&
      runningClocks(now).every(({ holderId }) => holderId !== undefined && holderId !== '') &&
      rowOf(now).dueAt !== undefined),
  'nothing runs for a proposal that is over': (now) => !hasEnded(now) || runningClocks(now).length === 0,
  'one lead from the assignment on, and it supports nobody': (now) =>
    HAS_LEAD.includes(now.state) === (now.leadDepartmentId !== undefined) &&
    !now.supportingDepartmentIds.includes(now.leadDepartmentId ?? ''),
  'who must reply is the lead': ({ clock, leadDepartmentId }) =>
    clock?.step !== 'reply' || clock.holderId === leadDepartmentId,
  'a deadline is never before its start': (now) =>
    runningClocks(now).every(({ startedAt, dueAt }) => dueAt >= startedAt),
  'rungs stand in the order of the ladder': (now) =>
    runningClocks(now).every(({ rungs }) =>
      rungs.every((one, i) => i === 0 || (rungs[i - 1]!.at <= one.at && rungs[i - 1]!.rung < one.rung)),
    ),
  'no clock runs twice': (now) => distinct(runningClocks(now).map(({ step, holderId }) => `${step} ${holderId}`)),
  'a ruling is owed exactly while a return is asked for': ({ ruling, state }) =>
    (ruling !== undefined) === (state === 'RETURN_REQUESTED'),
  'no unit returns it twice': ({ returnsFrom }) => distinct(returnsFrom),
  'an opinion is owed or given by supporting units only, and not both': ({ opinions, opinionsFrom, ...now }) => {
    const owing = opinions.map(({ holderId }) => holderId ?? '');
    const all = [...owing, ...opinionsFrom];
    return distinct(all) && all.every((id) => now.supportingDepartmentIds.includes(id));
  },
  'two replies at most, and a promise only of class B': ({ replies, promise, replyClass }) =>
    replies <= 2 && (promise === undefined || replyClass === 'B'),
  'a refused return keeps the deadline': (now, before) =>
    before.state !== 'RETURN_REQUESTED' || now.state !== 'ASSIGNED' || now.clock?.dueAt === before.clock?.dueAt,
  'it keeps the rules it was submitted under': ({ terms, input }) =>
    terms.limits === input.terms.limits && terms.ruleSetVersion === input.terms.ruleSetVersion,
};

const tries: fc.Arbitrary<Try> = fc.record({
  wild: fc.nat(4).map((one) => one === 0),
  ...{ deed: fc.nat(1_000), roll: fc.nat(10_000), yes: fc.boolean(), ringFirst: fc.boolean() },
  laterMs: fc.oneof(fc.integer({ min: 2, max: 2 * DAY_MS }), fc.integer({ min: 2, max: 60 * DAY_MS })),
  twice: fc.boolean(),
});
const livesFrom = (minLength: number) =>
  fc.tuple(
    fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 31) }),
    fc.array(tries, { minLength, maxLength: 40, size: 'max' }),
  );
const lives = livesFrom(1);

/** What a run of the model has seen. */
interface Seen {
  moves: Set<string>;
  done: Set<string>;
}
const newSeen = (): Seen => ({ moves: new Set(), done: new Set() });

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}

/** One proposal, lived try by try; throws as soon as a law is broken. */
class Life {
  private readonly climbed = new Map<string, number>();

  constructor(
    private now: ProposalStatus,
    private readonly deeds: Record<string, Deed>,
    private readonly seen: Seen,
  ) {}

  take(name: string, deed: Deed, at: Instant, one: Try): void {
    const before = frozen(this.now);
    try {
      const decided = deed(before, at, one);
      if (!decided) return;
      this.seen.done.add(name);
      this.now = decided.next;
      this.check(name, before);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (!(error.code in PROBLEMS) || error.state !== before.state)
        throw new Error(`${name}: refused as ${error.message}`);
    }
  }

  /** Rungs that are due, as the workflow fires them. */
  ring(at: Instant): void {
    for (;;) {
      const nearest = hasEnded(this.now) ? undefined : nearestClock(runningClocks(this.now));
      if (!nearest || nearest.rung.at > at) return;
      const { clock, rung } = nearest;
      const key = `${clock.step} of ${clock.holderId} since ${clock.startedAt}`;
      if ((this.climbed.get(key) ?? 0) >= rung.rung) throw new Error(`rung ${rung.rung} again: ${key}`);
      this.climbed.set(key, rung.rung);
      this.take('clock', (now) => time.ring(now, clock, rung, at), at, NO_TRY);
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

  private check(name: string, before: ProposalStatus): void {
    const { now } = this;
    this.seen.moves.add(`${before.state} ${now.state}`);
    const broken = Object.keys(LAWS).filter((law) => !LAWS[law]!(now, before));
    if (broken.length > 0)
      throw new Error(`${name} in ${before.state} broke: ${broken.join('; ')} (${steps(now).join()})`);
  }
}

const NO_TRY: Try = { wild: true, deed: 0, roll: 0, yes: true, laterMs: 0, ringFirst: true, twice: false };

function live([submittedAt, all]: [Instant, Try[]], seen = newSeen(), deeds = DEEDS): void {
  const ids = { proposalId: 'P', subdistrictId: 'zx', submittedBy: by.by, contentId: 'words' };
  const life = new Life(submitted({ ...ids, submittedAt, terms: TERMS }).next, deeds, seen);
  let at = submittedAt;
  for (const one of all) {
    at += one.laterMs;
    life.live(one, at);
  }
  life.ring(at);
}

describe('model of a proposal', () => {
  it('keeps every law in random lives of legal, illegal, repeated, late and reordered deeds', () => {
    fc.assert(
      fc.property(lives, (life) => live(life)),
      { numRuns: 500 },
    );
  });

  it('goes along every row of the table', () => {
    const seen = newSeen();
    for (const life of fc.sample(livesFrom(30), { numRuns: 1_500, seed: 7 })) live(life, seen);
    const rows = PROPOSAL_TRANSITIONS.filter(({ from }) => from !== 'none');
    expect(rows.filter(({ from, to }) => !seen.moves.has(`${from} ${to}`))).toEqual([]);
    expect(Object.keys(DEEDS).filter((name) => !seen.done.has(name))).toEqual([]);
  });

  it.each<[string, string, RegExp, (decided: ProposalDecided) => ProposalStatus]>([
    ['leaves it to nobody', 'assign', /owed by somebody/, ({ next }) => ({ ...next, clock: undefined })],
    ['leaps over the table', 'reply', /table of transitions/, ({ next }) => ({ ...next, state: 'CLOSED' })],
    ['forgets the ruling', 'requestReturn', /ruling is owed/, ({ next }) => ({ ...next, ruling: undefined })],
    [
      'fires a rung again',
      'recordMeeting',
      /rung \d again/,
      ({ next }) => ({ ...next, clock: next.clock && { ...next.clock, fired: 0 } }),
    ],
    [
      'sets a deadline before its start',
      'file',
      /before its start/,
      ({ next }) => ({ ...next, clock: next.clock && { ...next.clock, dueAt: 0 } }),
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
});
