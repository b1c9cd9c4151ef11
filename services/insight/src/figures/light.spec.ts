import { describe, expect, it } from '@jest/globals';
import { lightOf } from './light.js';

const fine = { onTime: 100, satisfied: 100, openRedCards: 0 };

describe('the light of a department or community [I24]', () => {
  it.each([
    ['green where nothing is below its mark', fine, 'green'],
    ['green where nothing was due', { onTime: null, satisfied: null, openRedCards: 0 }, 'green'],
    ['red below 90 % on time', { ...fine, onTime: 89.99 }, 'red'],
    ['amber at 90 %', { ...fine, onTime: 90 }, 'amber'],
    ['green at 95 %', { ...fine, onTime: 95 }, 'green'],
    ['amber below 85 % satisfied', { ...fine, satisfied: 84.99 }, 'amber'],
    ['green at 85 %', { ...fine, satisfied: 85 }, 'green'],
    ['red with an old red card, whatever else', { ...fine, openRedCards: 1 }, 'red'],
  ] as const)('is %s', (_what, facts, light) => {
    expect(lightOf(facts).light).toBe(light);
  });

  it('names every reason of its colour', () => {
    const { reason } = lightOf({ onTime: 80, satisfied: 10, openRedCards: 2 });
    expect(reason.zh).toBe('2 张红牌超过 3 个工作日未销；按时办结率 80%，低于 90%');
    expect(lightOf(fine).reason.zh).toBe('各项达标');
  });
});
