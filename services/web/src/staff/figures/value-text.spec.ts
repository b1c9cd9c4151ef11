import { describe, expect, it } from '@jest/globals';
import { changeText, valueText } from './value-text.js';

describe('a figure in words', () => {
  it('has one decimal for percentages and scores, none for counts', () => {
    expect(valueText(92.84, 'percent')).toBe('92.8 %');
    expect(valueText(7, 'count')).toBe('7');
    expect(valueText(6.25, 'hours')).toBe('6.3');
  });

  it('says how it has changed with its sign, and nothing where there was nothing before', () => {
    expect(changeText(1.24)).toBe('+1.2');
    expect(changeText(-0.4)).toBe('−0.4');
    expect(changeText(null)).toBeUndefined();
  });
});
