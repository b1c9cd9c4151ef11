import { describe, expect, it } from '@jest/globals';
import { parseMoved } from './moved-channel.js';

describe('the message that a matter has moved', () => {
  it('says whose line it is for, and which matter', () => {
    expect(parseMoved('zx/zx-head-01/0c5d')).toEqual({
      ...{ subdistrictId: 'zx', userId: 'zx-head-01', whistleId: '0c5d' },
    });
  });

  it.each(['', 'zx', 'zx/zx-head-01', 'zx//0c5d', 'zx/a/b/c'])('is none of ours: %j', (payload) => {
    expect(parseMoved(payload)).toBeUndefined();
  });
});
