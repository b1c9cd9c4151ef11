import type { Grade } from '@hsl/contracts/grades';
import type { Deadline, Step } from '@hsl/contracts/steps';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { deadlineOrProvisional } from '@hsl/domain/deadline';
import type { Limit } from '@hsl/domain/limit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskQuery } from '../src/department-task/department-task.messages.js';
import { processQuery } from '../src/whistle/whistle.messages.js';
import { blow, termsOf, until, work } from './road.js';
import { openStage, type Stage } from './stage.js';

const minutes = (amount: number): Limit => ({ kind: 'natural', amount, unit: 'minutes' });
const hours = (amount: number): Limit => ({ kind: 'natural', amount, unit: 'hours' });
const days = (amount: number): Limit => ({ kind: 'natural', amount, unit: 'days' });
const wd = (amount: number): Limit => ({ kind: 'workingDays', amount });
const wh = (amount: number): Limit => ({ kind: 'workingHours', amount });

type Column = Record<
  'accept' | 'acknowledge' | 'checkIn' | 'firstContact' | 'dispatch' | 'feedback' | 'verify' | 'revisit',
  Limit
>;

/** Domain 4.3 as it is printed, and the dispatch of decision 0027; written out here again, so that a slip in the rule set shows. */
const TABLE: Record<Grade, Column> = {
  G1: {
    ...{ accept: minutes(15), acknowledge: minutes(30), checkIn: hours(2), firstContact: hours(2) },
    ...{ dispatch: minutes(30), feedback: hours(24), verify: wd(1), revisit: wd(1) },
  },
  G2: {
    ...{ accept: hours(2), acknowledge: hours(4), checkIn: hours(24), firstContact: hours(24) },
    ...{ dispatch: hours(4), feedback: days(3), verify: wd(1), revisit: wd(2) },
  },
  G3: {
    ...{ accept: wh(4), acknowledge: wd(1), checkIn: wd(2), firstContact: wd(1) },
    ...{ dispatch: wd(2), feedback: wd(5), verify: wd(2), revisit: wd(3) },
  },
  G4: {
    ...{ accept: wd(1), acknowledge: wd(1), checkIn: wd(2), firstContact: wd(2) },
    ...{ dispatch: wd(3), feedback: wd(15), verify: wd(2), revisit: wd(3) },
  },
};
const GRADES = Object.keys(TABLE) as Grade[];

describe('the time limits of each grade, as a matter lives them', () => {
  let stage: Stage;
  const seen = new Map<Grade, Map<Step, Deadline>>();

  /** Walks one matter of the grade through every step and notes each clock as it is shown. */
  async function walk(grade: Grade): Promise<Map<Step, Deadline>> {
    const clocks = new Map<Step, Deadline>();
    const note = (deadlines: readonly Deadline[]) => deadlines.forEach((one) => clocks.set(one.step, one));
    const road = await blow(stage, { defaultGrade: grade, terms: termsOf(grade) });
    const look = async () => note((await road.whistle.query(processQuery)).deadlines);
    await look();
    await road.accept(grade);
    const asked = await until(() => road.checkIns().find(({ fact }) => fact.type === 'requested'));
    if (asked.fact.type === 'requested') note([asked.fact.ask.deadline]);
    await look();
    await road.confirm('M01');
    await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'checkedIn'));
    await look();
    await road.dispatch('ZX-CGJ');
    const lead = await until(() => road.tasks()[0]?.taskId);
    note((await road.task(lead).query(taskQuery)).deadlines);
    await work(road, lead);
    await look();
    await road.verify('pass');
    await look();
    return clocks;
  }

  beforeAll(async () => {
    stage = await openStage();
    for (const grade of GRADES) seen.set(grade, await walk(grade));
  });
  afterAll(() => stage.close());

  const cells = GRADES.flatMap((grade) =>
    (Object.keys(TABLE[grade]) as (keyof Column)[]).map((step) => [grade, step] as const),
  );
  const check = (grade: Grade, step: keyof Column) => {
    const clock = seen.get(grade)!.get(step)!;
    const { dueAt } = deadlineOrProvisional(clock.startedAt, TABLE[grade][step], CHINA_CALENDAR);
    expect(clock.dueAt).toBe(dueAt);
  };

  it('knows a clock for every cell of the table', () => {
    const missing = cells.filter(([grade, step]) => !seen.get(grade)!.has(step));
    expect(missing).toEqual([]);
  });

  it('[4.3 G1 accept] 15 minutes', () => check('G1', 'accept'));
  it('[4.3 G1 acknowledge] 30 minutes from the dispatch', () => check('G1', 'acknowledge'));
  it('[4.3 G1 checkIn] 2 hours', () => check('G1', 'checkIn'));
  it('[4.3 G1 firstContact] 2 hours', () => check('G1', 'firstContact'));
  it('[4.3 G1 dispatch] 30 minutes', () => check('G1', 'dispatch'));
  it('[4.3 G1 feedback] 24 hours', () => check('G1', 'feedback'));
  it('[4.3 G1 verify] 1 working day', () => check('G1', 'verify'));
  it('[4.3 G1 revisit] 1 working day', () => check('G1', 'revisit'));
  it('[4.3 G2 accept] 2 hours', () => check('G2', 'accept'));
  it('[4.3 G2 acknowledge] 4 hours from the dispatch', () => check('G2', 'acknowledge'));
  it('[4.3 G2 checkIn] 24 hours', () => check('G2', 'checkIn'));
  it('[4.3 G2 firstContact] 24 hours', () => check('G2', 'firstContact'));
  it('[4.3 G2 dispatch] 4 hours', () => check('G2', 'dispatch'));
  it('[4.3 G2 feedback] 3 days', () => check('G2', 'feedback'));
  it('[4.3 G2 verify] 1 working day', () => check('G2', 'verify'));
  it('[4.3 G2 revisit] 2 working days', () => check('G2', 'revisit'));
  it('[4.3 G3 accept] 4 working hours', () => check('G3', 'accept'));
  it('[4.3 G3 acknowledge] 1 working day from the dispatch', () => check('G3', 'acknowledge'));
  it('[4.3 G3 checkIn] 2 working days', () => check('G3', 'checkIn'));
  it('[4.3 G3 firstContact] 1 working day', () => check('G3', 'firstContact'));
  it('[4.3 G3 dispatch] 2 working days', () => check('G3', 'dispatch'));
  it('[4.3 G3 feedback] 5 working days', () => check('G3', 'feedback'));
  it('[4.3 G3 verify] 2 working days', () => check('G3', 'verify'));
  it('[4.3 G3 revisit] 3 working days', () => check('G3', 'revisit'));
  it('[4.3 G4 accept] 1 working day', () => check('G4', 'accept'));
  it('[4.3 G4 acknowledge] 1 working day from the dispatch', () => check('G4', 'acknowledge'));
  it('[4.3 G4 checkIn] 2 working days', () => check('G4', 'checkIn'));
  it('[4.3 G4 firstContact] 2 working days', () => check('G4', 'firstContact'));
  it('[4.3 G4 dispatch] 3 working days', () => check('G4', 'dispatch'));
  it('[4.3 G4 feedback] 15 working days', () => check('G4', 'feedback'));
  it('[4.3 G4 verify] 2 working days', () => check('G4', 'verify'));
  it('[4.3 G4 revisit] 3 working days', () => check('G4', 'revisit'));
});
