import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../../http/problem.js';
import { isOverrun } from './overrun.js';

const refused = (status: number): Error => new ApiProblem({ status, code: 'any', detail: '' });

describe('a change of a row that somebody else has changed', () => {
  it('is told from every other refusal, and from no answer', () => {
    expect(isOverrun(refused(412))).toBe(true);
    expect([refused(409), refused(422), new Error('offline'), null].map(isOverrun)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
