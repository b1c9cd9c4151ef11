import { fromIso } from '@hsl/contracts/instants';
import { describe, expect, it } from '@jest/globals';
import { CHINA_CALENDAR } from './calendar-china.js';
import { termsFor } from './matter-terms.js';
import { mergeEffect, type Mergeable } from './merge-effect.js';
import { DEFAULT_RULE_SET } from './rule-set.js';
import { clockFor } from './step-clock.js';

const startedAt = fromIso('2026-11-02T10:00:00+08:00');
const terms = termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G2', CHINA_CALENDAR);
const inDays = (days: number) => ({ startedAt, dueAt: startedAt + days * 86_400_000 });
const matter = (more: Partial<Mergeable>): Mergeable => ({ grade: 'G3', isRework: false, reporterCount: 1, ...more });

describe('what becomes of a master', () => {
  it('keeps its own deadline where it is the earlier one, and answers everybody', () => {
    const effect = mergeEffect(
      matter({ feedback: inDays(3) }),
      matter({ feedback: inDays(5), reporterCount: 2 }),
      terms,
    );
    expect(effect).toEqual({ grade: 'G3', dueAt: inDays(3).dueAt, reporterCount: 3 });
  });

  it('takes over an earlier deadline', () => {
    const effect = mergeEffect(matter({ feedback: inDays(5) }), matter({ feedback: inDays(3) }), terms);
    expect(effect.dueAt).toBe(inDays(3).dueAt);
  });

  it('takes over a higher grade, with its time from the own start', () => {
    const effect = mergeEffect(matter({ feedback: inDays(5) }), matter({ grade: 'G2' }), terms);
    expect(effect).toMatchObject({ grade: 'G2', dueAt: clockFor(startedAt, terms.limits.feedback, terms).dueAt });
  });

  it('keeps the time of a rework under a higher grade', () => {
    const reworked = matter({ feedback: inDays(1), isRework: true });
    expect(mergeEffect(reworked, matter({ grade: 'G2' }), terms).dueAt).toBe(inDays(1).dueAt);
  });

  it('has no deadline of a feedback that it does not owe', () => {
    const effect = mergeEffect(matter({ grade: 'G2' }), matter({ feedback: inDays(1) }), terms);
    expect(effect).toEqual({ grade: 'G2', reporterCount: 2 });
  });
});
