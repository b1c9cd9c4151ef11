import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from './invalid-input.error.js';
import { readIdempotencyKey } from './idempotency-key.js';

describe('the header Idempotency-Key', () => {
  it('may be absent', () => {
    expect(readIdempotencyKey(undefined)).toBeUndefined();
  });

  it('is taken without the space around it', () => {
    expect(readIdempotencyKey(' k1 ')).toBe('k1');
  });

  it.each(['', '   ', 'k'.repeat(129)])('is refused when empty or too long (%p)', (header) => {
    expect(() => readIdempotencyKey(header)).toThrow(InvalidInputError);
  });

  it('is refused when sent twice', () => {
    expect(() => readIdempotencyKey(['a', 'b'])).toThrow(InvalidInputError);
  });
});
