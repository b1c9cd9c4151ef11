import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';
import { readIdempotencyKey } from './idempotency-key.js';

describe('the header Idempotency-Key', () => {
  it('may be absent', () => {
    expect(readIdempotencyKey({})).toBeUndefined();
  });

  it('is taken without the space around it', () => {
    expect(readIdempotencyKey({ 'idempotency-key': ' k1 ' })).toBe('k1');
  });

  it.each(['', '   ', 'k'.repeat(129)])('is refused when empty or too long (%p)', (header) => {
    expect(() => readIdempotencyKey({ 'idempotency-key': header })).toThrow(InvalidInputError);
  });

  it('is refused when sent twice', () => {
    expect(() => readIdempotencyKey({ 'idempotency-key': ['a', 'b'] })).toThrow(InvalidInputError);
  });
});
