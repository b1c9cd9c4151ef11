import { describe, expect, it } from '@jest/globals';
import type { PointRuleCode } from './point-rules.js';
import { pointRule } from './point-rules.js';
import { scoreOf, type Earned } from './point-score.js';

const earned = (rule: PointRuleCode, count = 1, half = 1): Earned => ({
  ...{ rule, half, count, points: count * pointRule(rule).points },
});
const THREE = [earned('sessionAttended'), earned('opinionReportSubmitted'), earned('visit')];

describe('the score of a year', () => {
  it.each([
    ['nothing', [], 0, 0, 'talk'],
    ['the yearly three', THREE, 60, 5, 'competent'],
    ['two of the three', THREE.slice(1), 40, 2, 'talk'],
    ['the three and twenty points', [...THREE, earned('practicalDeed', 4, 2)], 60, 25, 'excellent'],
    ['more than the bonus holds', [...THREE, earned('practicalDeed', 40)], 60, 40, 'excellent'],
    ['missed check-ins only', [earned('checkInMissed', 3)], 0, 0, 'talk'],
    ['the three and two missed check-ins', [...THREE, earned('checkInMissed', 2)], 60, 0, 'competent'],
    ['bonus without the three', [earned('checkInOnTime', 20)], 0, 40, 'talk'],
    ['a session only counts once for the base', [earned('sessionAttended', 4)], 20, 12, 'talk'],
  ] as const)('[I22] of %s', (_, rows, base, bonus, level) => {
    expect(scoreOf(rows)).toMatchObject({ base, bonus, total: base + bonus, level });
  });

  it('shows each half of the year apart', () => {
    const { halves } = scoreOf([earned('visit', 2, 1), earned('checkInMissed', 1, 2), earned('training', 1, 2)]);
    expect(halves).toEqual([
      { half: 1, points: 4 },
      { half: 2, points: -3 },
    ]);
  });
});
