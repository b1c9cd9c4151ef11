import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from './problem.js';

describe('an answer that is no success', () => {
  it.each([
    [409, true],
    [422, true],
    [429, false],
    [500, false],
    [503, false],
  ])('of status %i is a refusal: %s; after anything else the same request may have been taken', (status, isRefusal) => {
    expect(new ApiProblem({ status, code: 'any', detail: '' }).isRefusal).toBe(isRefusal);
  });
});
