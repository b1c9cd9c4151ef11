import { describe, expect, it } from '@jest/globals';
import { ApiProblem, problemOf } from './problem.js';

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

  it('says in milliseconds when to ask again, if the answer said it', async () => {
    const answer = (headers: HeadersInit) => problemOf(new Response('', { status: 429, headers }));
    expect((await answer({ 'retry-after': '3' })).retryAfterMs).toBe(3_000);
    expect((await answer({})).retryAfterMs).toBeUndefined();
    expect((await answer({ 'retry-after': 'Sat, 28 Nov 2026 20:00:00 GMT' })).retryAfterMs).toBeUndefined();
  });
});
