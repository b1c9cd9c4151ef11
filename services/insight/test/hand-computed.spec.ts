import { describe, expect, it } from '@jest/globals';
import { figureById } from '../src/figures/definitions.js';
import { measured } from '../src/figures/figure-answer.js';
import { countedFacts, factsIn, figureOf } from './counted-facts.js';
import { accepted, all, HOUR, MONDAY, told, type Told } from './told.js';

const valueOf = (id: string, ...matters: Told[]): number | null => figureOf(id, all(...matters)).value;
const revisited = (solved: string, satisfaction: string): Told =>
  accepted().whistle('revisit.done.v1', { state: 'CONCLUDED', solved, satisfaction });
const acknowledged = (onTime: boolean): Told =>
  accepted()
    .task('task.dispatched.v1')
    .task('task.acknowledged.v1', { state: 'ACKNOWLEDGED', onTime, at: MONDAY + 2 * HOUR });
const fedBack = (onTime: boolean, more: object = {}): Told =>
  acknowledged(true).task('task.feedbackSubmitted.v1', {
    ...{ state: 'FEEDBACK_SUBMITTED', onTime, at: MONDAY + 9 * HOUR, ...more },
  });

describe('figures of response', () => {
  it('[I1] counts a response only where acknowledgement and contact were both on time', () => {
    const contacted = (matter: Told, onTime: boolean): Told => matter.whistle('resident.contacted.v1', { onTime });
    const matters = [
      contacted(acknowledged(true), true),
      contacted(acknowledged(true), false),
      contacted(acknowledged(false), true),
      acknowledged(true),
    ];
    expect(figureOf('I1', all(...matters))).toEqual({ value: 25, n: 4, numerator: 1, denominator: 4 });
  });

  it('[I2] counts acknowledgements on time among those due; a task taken back owes none', () => {
    const takenBack = accepted().task('task.dispatched.v1').task('task.stopped.v1', { state: 'CANCELLED' });
    const silent = accepted().task('task.dispatched.v1');
    expect(figureOf('I2', all(acknowledged(true), acknowledged(false), silent, takenBack))).toMatchObject({
      ...{ value: 33.33, n: 3, numerator: 1 },
    });
  });

  it('[I3] counts the member asked; a substitution is a miss, a dismissal nothing', () => {
    const asked = (): Told => accepted().checkIn('checkIn.requested.v1');
    const matters = [
      asked().checkIn('checkIn.confirmed.v1', { at: MONDAY + HOUR }),
      asked()
        .checkIn('checkIn.missed.v1')
        .checkIn('checkIn.substituted.v1', { at: MONDAY + 60 * HOUR }),
      asked().checkIn('checkIn.dismissed.v1'),
    ];
    expect(figureOf('I3', all(...matters))).toMatchObject({ value: 50, n: 2 });
  });

  it('[I4] [S43] counts each round by its deadline as extended; what is ledgered is shown apart', () => {
    const ledgered = acknowledged(true).task('task.stopped.v1', { state: 'LEDGERED' });
    const reworked = fedBack(true).task('task.reworked.v1', { state: 'REWORK', round: 2, at: MONDAY + 20 * HOUR });
    expect(figureOf('I4', all(fedBack(true), fedBack(false), reworked, ledgered))).toMatchObject({ value: 50, n: 4 });
  });

  it('[I5] counts what is concluded among what was accepted, without what was merged', () => {
    const end = (state: string): Told => accepted().whistle('whistle.concluded.v1', { state, at: MONDAY + 9 * HOUR });
    const merged = accepted().whistle('whistle.merged.v1', { state: 'MERGED' });
    expect(figureOf('I5', all(end('CONCLUDED'), end('ARCHIVED'), accepted(), merged))).toMatchObject({
      value: 66.67,
      n: 3,
    });
  });

  it('[I6] weighs partly solved by a half', () => {
    expect(valueOf('I6', revisited('yes', 'basic'), revisited('partly', 'basic'), revisited('no', 'basic'))).toBe(50);
  });

  it('[I7] weighs basically satisfied by nine tenths', () => {
    expect(valueOf('I7', revisited('yes', 'satisfied'), revisited('yes', 'basic'))).toBe(95);
    expect(valueOf('I7', revisited('yes', 'satisfied'), revisited('yes', 'dissatisfied'))).toBe(50);
  });

  it('[I8] weighs response, solution and satisfaction 10/50/40, or 30/35/35', () => {
    const matter = acknowledged(true)
      .whistle('resident.contacted.v1', { onTime: true })
      .whistle('revisit.done.v1', { solved: 'partly', satisfaction: 'basic' });
    expect(valueOf('I8', matter)).toBe(71);
    expect(valueOf('I8.even', matter)).toBe(79);
    expect(valueOf('I8', acknowledged(true))).toBeNull();
  });
});

describe('figures of the course', () => {
  it('[I13] tells returns, wrongful ones and tasks that went on', () => {
    const asked = (): Told => acknowledged(true).task('task.returnRequested.v1', { state: 'RETURN_REQUESTED' });
    const refused = asked().task('task.returnRefused.v1', { state: 'IN_PROGRESS' });
    const wentOn = asked().task('task.returned.v1', { state: 'RETURNED', toDepartmentId: 'ZX-ZJJ' });
    const matters = [refused, wentOn, acknowledged(true), acknowledged(true)];
    expect(valueOf('I13.returns', ...matters)).toBe(50);
    expect(valueOf('I13.refused', ...matters)).toBe(50);
    expect(valueOf('I13.reassigned', ...matters)).toBe(25);
  });

  it('[I14] tells repeats among the accepted and rebounds among the look-backs', () => {
    const looked = (result: string): Told => accepted().whistle('lookBack.reported.v1', { state: 'ARCHIVED', result });
    const repeat = accepted().whistle('whistle.repeatLinked.v1', { state: 'ASSIGNING' });
    const matters = [looked('REBOUND'), looked('STABLE'), repeat, accepted()];
    expect(valueOf('I14.repeats', ...matters)).toBe(25);
    expect(valueOf('I14.rebounds', ...matters)).toBe(50);
  });

  it('[I15] tells extensions, ledgered matters and milestones on their date', () => {
    const extended = acknowledged(true).task('task.extended.v1', {
      state: 'IN_PROGRESS',
      newDueAt: MONDAY + 200 * HOUR,
    });
    const entry = {
      number: 'ZX-2026-000123',
      communityId: 'ZX03',
      state: 'RUNNING',
      at: MONDAY,
      departmentId: 'ZX-CGJ',
    };
    const ledgered = accepted()
      .whistle('whistle.ledgered.v1', { state: 'LEDGERED' })
      .add('ledger.milestoneDone.v1', entry, { milestoneId: 'a', onTime: true })
      .add('ledger.milestoneSlipped.v1', entry, { milestoneId: 'b', slips: 1 })
      .add('ledger.milestoneDone.v1', entry, { milestoneId: 'b', onTime: true, at: MONDAY + HOUR });
    const matters = [extended, acknowledged(true), ledgered, accepted()];
    expect(valueOf('I15.extended', ...matters)).toBe(50);
    expect(valueOf('I15.ledgered', ...matters)).toBe(25);
    expect(valueOf('I15.milestones', ...matters)).toBe(50);
  });

  it('[I16] tells median and nine tenths of working hours; nights and the noon break do not count', () => {
    // Monday 09:00 to 18:00 are 3 hours before noon and 3.5 after; an hour until accepted.
    expect(valueOf('I16.feedback.median', fedBack(true))).toBe(6.5);
    expect(valueOf('I16.accept.median', fedBack(true))).toBe(1);
    expect(valueOf('I16.acknowledge.p90', fedBack(true))).toBe(2);
    const later = accepted().whistle('whistle.concluded.v1', { state: 'CONCLUDED', at: MONDAY + 25 * HOUR });
    const sooner = accepted().whistle('whistle.concluded.v1', { state: 'CONCLUDED', at: MONDAY + 2 * HOUR });
    expect(valueOf('I16.whole.median', later, sooner)).toBe(5);
  });

  it('[I17] tells the whistles found on a visit or a tour, or by a look-back, of all', () => {
    const found = [{ origin: 'visit', originId: 'v' }, { origin: 'tour' }, { reboundOf: 'x' }];
    const merged = accepted({ origin: 'visit' }).whistle('whistle.merged.v1', { state: 'MERGED' });
    const matters = [...found.map((how) => accepted(how)), accepted(), accepted(), accepted(), merged];
    expect(figureOf('I17', all(...matters))).toMatchObject({ value: 50, n: 6, numerator: 3 });
  });

  it('[I18] tells how many were accepted of those blown, and how many a thousand households blow', () => {
    const refused = told().whistle('whistle.blown.v1').whistle('whistle.declined.v1', { state: 'NOT_ACCEPTED' });
    const matters = [refused, accepted(), accepted(), accepted()];
    expect(valueOf('I18.valid', ...matters)).toBe(75);
    expect(figureOf('I18.households', all(...matters), { households: 2_000 }).value).toBe(2);
  });

  it('[I20] weighs cards and orders 1, 3 and 5 per hundred tasks', () => {
    const carded = acknowledged(false).rung('card.yellow.v1').rung('card.red.v1').rung('order.issued.v1');
    expect(figureOf('I20', all(carded, acknowledged(true)))).toMatchObject({
      value: 450,
      numerator: 9,
      denominator: 2,
    });
  });

  it('[I21] scores a department with the weights of the rule set', () => {
    const matter = fedBack(true)
      .whistle('resident.contacted.v1', { onTime: true })
      .whistle('revisit.done.v1', { solved: 'partly', satisfaction: 'basic' })
      .rung('card.yellow.v1');
    const rate = (score: number, at: number): object => ({ departmentId: 'ZX-CGJ', taskId: 't', score, at });
    const rated = matter.add('task.rated.v1', rate(1, MONDAY)).add('task.rated.v1', rate(4, MONDAY + HOUR));
    const late = fedBack(false).add('task.rated.v1', rate(3, MONDAY));
    // I8 66 (I1 half), I4 50, rating 3.5, I20 50 a hundred tasks: 33 + 10 + 14 + 5.
    expect(figureOf('I21.rating', all(rated, late))).toMatchObject({ value: 3.5, n: 2 });
    expect(valueOf('I8', rated, late)).toBe(66);
    expect(valueOf('I20', rated, late)).toBe(50);
    expect(figureOf('I21', all(rated, late))).toEqual({ value: 62, n: 1, numerator: null, denominator: null });
    const weights = { overall: 0, onTime: 60, communityRating: 40, cards: 0 };
    expect(figureOf('I21', all(rated, late), { weights }).value).toBe(58);
    expect(valueOf('I21', fedBack(true))).toBeNull();
  });

  it('[I26] tells how many revisits reached somebody, what feedbacks show, and whether the sample is small', () => {
    const unreached = accepted().whistle('revisit.unreached.v1', { state: 'CONCLUDED', attempts: 3 });
    const matters = [revisited('yes', 'satisfied'), revisited('no', 'basic'), revisited('yes', 'basic'), unreached];
    expect(valueOf('I26.validRevisits', ...matters)).toBe(75);
    expect(valueOf('I26.unreached', ...matters)).toBe(25);
    const shows = (evidence: number | undefined, files = 0): Told => fedBack(true, { evidence, files });
    const feedbacks = [shows(2, 3), shows(1), shows(1, 1), shows(0), shows(undefined)];
    expect(figureOf('I26.evidence', all(...feedbacks))).toMatchObject({ value: 75, n: 4, numerator: 3 });
    expect(figureOf('I26.photographed', all(...feedbacks))).toMatchObject({ value: 50, n: 4, numerator: 2 });
    const isSmall = (events: Told[]) => measured(figureById('I7')!, countedFacts(factsIn(all(...events)))).smallSample;
    const hundred = Array.from({ length: 5 }, () => revisited('yes', 'satisfied'));
    expect([isSmall(hundred.slice(1)), isSmall(hundred)]).toEqual([true, false]);
  });
});
