import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OWNERS_VOTE_RULES, verdictOf, type OwnersVote } from './owners-vote.js';

const tally = (owners: number, area = owners): { owners: number; area: number } => ({ owners, area });
const vote = (all: number, voted: number, agreed: number): OwnersVote => ({
  ...{ all: tally(all), voted: tally(voted), agreed: tally(agreed) },
});
const { commissionManager, installElevator } = OWNERS_VOTE_RULES;

describe('a vote of owners', () => {
  it.each([
    ['carries with two thirds voting and one more than half agreeing', vote(90, 60, 31), 'carried'],
    ['does not carry with just half', vote(90, 60, 30), 'notAgreed'],
    ['has no quorum with one vote too few', vote(90, 59, 59), 'noQuorum'],
  ] as const)('[S83] for a manager %s', (_title, counted, verdict) => {
    expect(verdictOf(counted, commissionManager)).toBe(verdict);
  });

  it.each([
    ['carries with just three quarters of those who vote', vote(24, 16, 12), 'carried'],
    ['does not carry with one fewer', vote(24, 16, 11), 'notAgreed'],
    ['has no quorum below two thirds', vote(24, 15, 15), 'noQuorum'],
  ] as const)('[S85] for a lift, counted per entrance, %s', (_title, counted, verdict) => {
    expect(verdictOf(counted, installElevator)).toBe(verdict);
  });

  it('counts heads and area, and needs both', () => {
    const manyFlats = { all: tally(30, 3000), voted: tally(20, 2000), agreed: tally(19, 1000) };
    expect(verdictOf(manyFlats, commissionManager)).toBe('notAgreed');
    expect(verdictOf({ ...manyFlats, voted: tally(20, 1999) }, commissionManager)).toBe('noQuorum');
  });

  it('never stops carrying when one more of those who voted agrees', () => {
    const counts = fc
      .integer({ min: 1, max: 1000 })
      .chain((all) =>
        fc
          .integer({ min: 0, max: all })
          .chain((voted) =>
            fc.tuple(fc.constant(all), fc.constant(voted), fc.integer({ min: 0, max: Math.max(0, voted - 1) })),
          ),
      );
    fc.assert(
      fc.property(counts, ([all, voted, agreed]) => {
        fc.pre(voted > agreed);
        const carried = verdictOf(vote(all, voted, agreed), installElevator) === 'carried';
        return !carried || verdictOf(vote(all, voted, agreed + 1), installElevator) === 'carried';
      }),
    );
  });
});
