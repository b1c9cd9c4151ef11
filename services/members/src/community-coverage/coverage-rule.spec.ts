import { describe, expect, it } from '@jest/globals';
import { missingOf } from './coverage-rule.js';

describe('1+2+N', () => {
  it.each([
    [{ members: 2, groups: 1 }, []],
    [{ members: 5, groups: 4 }, []],
    [{ members: 1, groups: 1 }, [{ what: 'members', has: 1, needs: 2 }]],
    [{ members: 2, groups: 0 }, [{ what: 'groups', has: 0, needs: 1 }]],
    [
      { members: 0, groups: 0 },
      [
        { what: 'members', has: 0, needs: 2 },
        { what: 'groups', has: 0, needs: 1 },
      ],
    ],
  ])('a community with %j lacks %j', (has, missing) => {
    expect(missingOf(has)).toEqual(missing);
  });
});
