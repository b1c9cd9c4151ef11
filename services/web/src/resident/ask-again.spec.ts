import { describe, expect, it } from '@jest/globals';
import { ApiProblem, NoAnswer } from '../http/problem.js';
import { askAgainMs } from './ask-again.js';

const answered = (status: number, retryAfterMs?: number) =>
  new ApiProblem({ status, code: 'any', detail: '', retryAfterMs });

describe('a question of a page that was not answered', () => {
  it('is asked again soon, then ever later, and no later than one that was', () => {
    const waits = [1, 2, 3, 4, 5, 40].map((failures) => askAgainMs(new NoAnswer('offline'), failures));
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  });

  it('waits as long as it was told to', () => {
    expect(askAgainMs(answered(429, 3_000), 4)).toBe(3_000);
    expect(askAgainMs(answered(503, 900_000), 1)).toBe(60_000);
  });

  it('is asked as ever after a refusal, which is an answer', () => {
    expect(askAgainMs(answered(409), 1)).toBe(60_000);
    expect(askAgainMs(undefined, 0)).toBe(60_000);
  });
});
