import { describe, expect, it } from '@jest/globals';
import { DEFAULT_RULE_SET, type RuleSetContent } from '@hsl/domain/rule-set';
import { trialOf, type Stay } from './rule-trial.js';

const calendar = { version: 1, firstYear: 2021, lastYear: 2021, holidays: [], makeUpWorkdays: [] };
const at = (text: string): number => Date.parse(`2021-03-${text}+08:00`);
const now = at('31T12:00');
/** Begun on Monday morning the 1st: two working days end on Wednesday at 18:00. */
const stay = (more: Partial<Stay>): Stay => ({
  state: 'VERIFYING',
  grade: 'G3',
  from: at('01T09:00'),
  to: now,
  ...more,
});

function proposed(change: (content: RuleSetContent) => void): { before: RuleSetContent; after: RuleSetContent } {
  const after = structuredClone(DEFAULT_RULE_SET);
  change(after);
  return { before: DEFAULT_RULE_SET, after };
}

describe('rules tried on steps that were taken', () => {
  const longer = proposed((content) => (content.grades.G3.verify = { kind: 'workingDays', amount: 3 }));

  it('count what is late by the old limit and by the proposed one, also what is still open', () => {
    const stays = [
      stay({ to: at('03T17:59') }),
      stay({ to: at('03T18:01') }),
      stay({ to: at('04T18:01') }),
      stay({ to: undefined }),
    ];
    expect(trialOf(stays, longer, { calendar, now })).toEqual([
      { path: 'grades.G3.verify', steps: 4, lateBefore: 3, lateAfter: 2 },
    ]);
  });

  it('look only at the grade and the step whose limit differs', () => {
    const others = [stay({ grade: 'G4' }), stay({ state: 'REVISITING' })];
    expect(trialOf(others, longer, { calendar, now })).toEqual([
      { path: 'grades.G3.verify', steps: 0, lateBefore: 0, lateAfter: 0 },
    ]);
    expect(
      trialOf(
        others,
        proposed(() => undefined),
        { calendar, now },
      ),
    ).toEqual([]);
  });
});
