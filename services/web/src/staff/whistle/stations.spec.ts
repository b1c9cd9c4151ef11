import { WHISTLE_STATES } from '@hsl/contracts/states';
import { describe, expect, it } from '@jest/globals';
import { stationsOf } from './stations.js';

const now = (state: Parameters<typeof stationsOf>[0]) =>
  stationsOf(state, new Set()).stations.find(({ mark }) => mark === 'now')?.state;

describe('the road of a matter', () => {
  it('has exactly one station where any matter is', () => {
    for (const state of WHISTLE_STATES) {
      expect(stationsOf(state, new Set()).stations.filter(({ mark }) => mark === 'now')).toHaveLength(1);
    }
  });

  it('hangs what lies beside it under the station it was left from', () => {
    expect(stationsOf('NEEDS_INFO', new Set())).toMatchObject({ beside: 'NEEDS_INFO' });
    expect(now('NEEDS_INFO')).toBe('BLOWN');
    expect(now('LEDGERED')).toBe('COORDINATING');
    expect(stationsOf('VERIFYING', new Set()).beside).toBeUndefined();
    expect(now('ASSIGNING')).toBe('ACCEPTED');
  });

  it('tells the stations that were passed by from those that were seen', () => {
    const { stations } = stationsOf('COORDINATING', new Set(['BLOWN', 'ACCEPTED', 'CHECKED_IN', 'COORDINATING']));
    expect(stations.slice(0, 5).map(({ mark }) => mark)).toEqual(['done', 'done', 'done', 'skipped', 'now']);
  });
});
