import { fromIso } from '@hsl/contracts/instants';
import { describe, expect, it } from '@jest/globals';
import { CHINA_CALENDAR } from './calendar-china.js';
import type { Calendar, Limit } from './limit.js';
import { termsFor } from './matter-terms.js';
import { DEFAULT_RULE_SET } from './rule-set.js';
import { afterRung, deadlineOf, FULL_LADDER, movedTo, recomputed, startClock, startWindow } from './running-clock.js';

const termsUnder = (calendar: Calendar) => termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G3', calendar);
const before = termsUnder(CHINA_CALENDAR);
const after = termsUnder({
  ...CHINA_CALENDAR,
  version: CHINA_CALENDAR.version + 1,
  lastYear: 2027,
  holidays: [...CHINA_CALENDAR.holidays, '2027-01-01', '2027-01-02', '2027-01-03'],
});

const fiveDays: Limit = { kind: 'workingDays', amount: 5 };
const overNewYear = fromIso('2026-12-25T10:00:00+08:00');
const guessed = startClock('feedback', fiveDays, overNewYear, before, { holderId: 'ZX-CGJ', lastRung: FULL_LADDER });

describe('a clock when the calendar of the next year is loaded', () => {
  it('that was provisional is found again from the same start under the same limit, its ladder with it', () => {
    const found = recomputed(guessed, after);
    expect(guessed).toMatchObject({ provisional: true, dueAt: fromIso('2027-01-01T18:00:00+08:00') });
    expect(found).toMatchObject({
      ...{ step: 'feedback', holderId: 'ZX-CGJ', limit: fiveDays, startedAt: overNewYear },
      ...{ provisional: false, dueAt: fromIso('2027-01-04T18:00:00+08:00'), daysOffBetween: 5, lastRung: FULL_LADDER },
    });
    expect(found.rungs.find(({ kind }) => kind === 'redCard')!.at).toBe(found.dueAt);
  });

  it('keeps the rungs that fired', () => {
    expect(recomputed(afterRung(afterRung(guessed)), after).fired).toBe(2);
  });

  it('that was no guess stays as it is, even where the new calendar would say otherwise', () => {
    const sure = startClock('feedback', fiveDays, fromIso('2026-11-02T10:00:00+08:00'), before, {
      lastRung: FULL_LADDER,
    });
    const amended = { ...after.calendar, holidays: [...after.calendar.holidays, '2026-11-04'] };
    expect(recomputed(sure, termsUnder(amended))).toBe(sure);
  });

  it('that was set by a decision keeps its deadline and is provisional no more', () => {
    const dueAt = fromIso('2027-01-08T18:00:00+08:00');
    expect(recomputed(movedTo(guessed, dueAt, before), after)).toMatchObject({ dueAt, provisional: false });
  });

  it('that is a window keeps having two rungs', () => {
    const found = recomputed(startWindow('objection', fiveDays, overNewYear, before), after);
    expect(found.rungs.map(({ rung }) => rung)).toEqual([1, 3]);
    expect(found.rungs[1]!.at).toBe(fromIso('2027-01-04T18:00:00+08:00'));
  });

  it('stays provisional when the year it needs is still not known', () => {
    const sameYears = termsUnder({ ...CHINA_CALENDAR, version: CHINA_CALENDAR.version + 1 });
    expect(recomputed(guessed, sameYears)).toEqual(guessed);
  });
});

describe('a clock as people are shown it', () => {
  it('has all six rungs where the whole ladder is climbed, those that fired marked, and none elsewhere', () => {
    const { rungs } = deadlineOf(afterRung(afterRung(guessed)));
    expect(rungs?.map(({ kind, fired }) => [kind, fired])).toEqual([
      ...[
        ['reminder', true],
        ['yellowCard', true],
      ],
      ...[
        ['redCard', false],
        ['superviseOrder', false],
        ['interview', false],
        ['escalatedSupervision', false],
      ],
    ]);
    expect(rungs?.map(({ at }) => at)).toEqual(guessed.rungs.map(({ at }) => at));
    expect(deadlineOf(startWindow('objection', fiveDays, overNewYear, before)).rungs).toBeUndefined();
  });
});
