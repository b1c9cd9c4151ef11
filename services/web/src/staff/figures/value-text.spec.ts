import { describe, expect, it } from '@jest/globals';
import { changeText, valueText } from './value-text.js';

describe('a figure in words', () => {
  it('has one decimal for percentages and scores, none for counts', () => {
    expect(valueText(92.84, 'percent')).toBe('92.8 %');
    expect(valueText(7, 'count')).toBe('7');
    expect(valueText(6.25, 'hours')).toBe('6.3');
  });

  it('says how it has changed with its sign, and nothing where there was nothing before', () => {
    expect(changeText(1.24, 'percent')).toBe('+1.2');
    expect(changeText(-0.4, 'percent')).toBe('−0.4');
    expect(changeText(-2, 'count')).toBe('−2');
    expect([changeText(0, 'count'), changeText(0, 'percent')]).toEqual(['0', '0.0']);
    expect(changeText(null, 'percent')).toBeUndefined();
  });
});
