import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { failureText } from './failure-text.js';
import { ApiProblem, NoAnswer } from './problem.js';

const t = ((key: string) => key) as unknown as TFunction;

describe('what a page says of an error', () => {
  it('names the colleague who has it at the moment', () => {
    const taken = { status: 409, code: 'revisitCallTaken', detail: '同事正在给这位居民打电话' };
    expect(failureText(new ApiProblem({ ...taken, heldBy: '王敏' }), t)).toBe('王敏：同事正在给这位居民打电话');
    expect(failureText(new ApiProblem(taken), t)).toBe('同事正在给这位居民打电话');
  });

  it('says in words of its own that nobody answered', () => {
    expect(failureText(new NoAnswer('timeout'), t)).toBe('error.timeout');
  });
});
