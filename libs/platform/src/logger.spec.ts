import { describe, expect, it } from '@jest/globals';
import { maskPhones } from './logger.js';

describe('the log', () => {
  it('shows no phone number, wherever it turns up', () => {
    expect(maskPhones('{"msg":"call 13812345678, or 19900001111"}')).toBe('{"msg":"call 138****5678, or 199****1111"}');
  });

  it('leaves instants and ids alone', () => {
    const line = '{"time":1795425147289,"id":"113812345678901"}';
    expect(maskPhones(line)).toBe(line);
  });
});
