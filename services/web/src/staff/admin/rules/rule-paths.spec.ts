import { describe, expect, it } from '@jest/globals';
import type { RuleSetBody } from '@hsl/contracts/schemas/rules';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { isSameRule, RULE_GROUPS, rulesIn, withRules } from './rule-paths.js';

const content = DEFAULT_RULE_SET as unknown as RuleSetBody;
const twoDays = { kind: 'workingDays', amount: 2 } as const;

describe('the rules as the page shows them', () => {
  it('are all of them, each once, group by group', () => {
    const paths = RULE_GROUPS.flatMap((group) => rulesIn(content, group)).map(({ path }) => path);
    expect(paths).toContain('grades.G2.extension.atMost');
    expect(paths).toContain('thresholds.membersAsked');
    expect(paths).toContain('departmentScore.communityRating');
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('show what is not allowed as such', () => {
    expect(rulesIn(content, 'G1')).toContainEqual({ path: 'grades.G1.extension', value: null });
  });

  it('change in a copy', () => {
    const changed = withRules(content, { 'grades.G3.verify': { kind: 'workingDays', amount: 9 } });
    expect(changed.grades.G3.verify).toEqual({ kind: 'workingDays', amount: 9 });
    expect(content.grades.G3.verify).toEqual(twoDays);
    expect({ ...changed.grades.G3, verify: twoDays }).toEqual(content.grades.G3);
  });

  it('are the same whatever the order of their fields', () => {
    expect(isSameRule(twoDays, { amount: 2, kind: 'workingDays' })).toBe(true);
    const hours = { kind: 'natural', amount: 2, unit: 'hours' } as const;
    expect(isSameRule(hours, { ...hours, unit: 'days' })).toBe(false);
    expect(isSameRule([7, 30], [7, 14, 30])).toBe(false);
  });
});
