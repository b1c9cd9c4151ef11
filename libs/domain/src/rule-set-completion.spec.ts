import { describe, expect, it } from '@jest/globals';
import { changesOf } from './rule-set-changes.js';
import { completeRuleSet } from './rule-set-completion.js';
import { DEFAULT_RULE_SET, type RuleSetContent } from './rule-set.js';

const twoDays = { kind: 'workingDays', amount: 2 } as const;
const copy = (): RuleSetContent => structuredClone(DEFAULT_RULE_SET);

/** As a version approved before that rule existed. */
function without(...path: string[]): unknown {
  const content: unknown = copy();
  const last = path.pop()!;
  const parent = path.reduce((node, name) => node[name] as Record<string, unknown>, content as Record<string, unknown>);
  delete parent[last];
  return content;
}

describe('a stored rule set, read by today’s code', () => {
  it.each([
    ['a limit of a grade', ['grades', 'G3', 'firstContact']],
    ['a step that is the same for every grade', ['steps', 'objection']],
    ['a threshold', ['thresholds', 'unitsTried']],
    ['all thresholds', ['thresholds']],
    ['half an extension', ['grades', 'G4', 'extension', 'times']],
  ])('has %s from the defaults when it was approved before that existed', (_rule, path) => {
    expect(completeRuleSet(without(...path))).toEqual(DEFAULT_RULE_SET);
  });

  it('keeps what it does say, also that something is not allowed', () => {
    const content = copy();
    content.timeScale = 360;
    content.grades.G2.returnWithin = null;
    content.grades.G2.extension = null;
    content.grades.G1.extension = { times: 1, atMost: twoDays };
    content.grades.G3.lookBackDays = [10];
    content.steps.objection = { kind: 'natural', amount: 30, unit: 'hours' };
    expect(completeRuleSet(structuredClone(content))).toEqual(content);
  });

  it('leaves out what no longer is a rule', () => {
    expect(completeRuleSet({ ...copy(), oldRule: 3 })).toEqual(DEFAULT_RULE_SET);
  });
});

describe('what changes between two rule sets', () => {
  it('is nothing between the same rules, in whatever order their fields are kept', () => {
    const reordered = copy();
    reordered.grades.G3.verify = { amount: 2, kind: 'workingDays' };
    expect(changesOf(DEFAULT_RULE_SET, reordered)).toEqual([]);
  });

  it('is told where a rule names something else, or is of another form', () => {
    const after = { ...copy(), thresholds: null, mode: { '0': 1 } } as unknown as RuleSetContent;
    const before = { ...copy(), mode: [1] } as unknown as RuleSetContent;
    expect(changesOf(before, after).map(({ path }) => path)).toEqual(['thresholds', 'mode']);
    const hours = { kind: 'natural', hours: 2 };
    const renamed = { ...copy(), steps: { accept: hours } } as unknown as RuleSetContent;
    const counted = { ...copy(), steps: { accept: { kind: 'natural', amount: 2 } } } as unknown as RuleSetContent;
    expect(changesOf(counted, renamed).map(({ path }) => path)).toEqual(['steps.accept']);
  });

  it('is told rule by rule, in the order of the rules', () => {
    const after = copy();
    after.thresholds.membersAsked = 3;
    after.grades.G1.returnWithin = twoDays;
    after.grades.G4.lookBackDays = [30, 90];
    expect(changesOf(DEFAULT_RULE_SET, after)).toEqual([
      { path: 'grades.G1.returnWithin', before: null, after: twoDays },
      { path: 'grades.G4.lookBackDays', before: [30, 90, 180], after: [30, 90] },
      { path: 'thresholds.membersAsked', before: 2, after: 3 },
    ]);
  });
});
