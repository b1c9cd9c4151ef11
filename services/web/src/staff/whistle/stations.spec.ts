import { WHISTLE_STATES } from '@hsl/contracts/states';
import { describe, expect, it } from '@jest/globals';
import { arrivals, stationsOf } from './stations.js';

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

  it('shows an urgent matter at work while its members are on their way', () => {
    const { stations } = stationsOf('COORDINATING', new Set(['BLOWN', 'ACCEPTED', 'COORDINATING']), [
      'checkIn',
      'feedback',
    ]);
    expect(stations.filter(({ mark }) => mark === 'now').map(({ state }) => state)).toEqual([
      'CHECKED_IN',
      'COORDINATING',
    ]);
  });

  it('knows the line by which a matter came to each station the last time', () => {
    const line = (id: string, toState?: string) => ({ id, at: '2026-11-27T01:00:00Z', toState });
    const history = [
      ...[line('1', 'BLOWN'), line('2', 'ACCEPTED'), line('3', 'ASSIGNING'), line('4')],
      ...[line('5', 'COORDINATING'), line('6', 'VERIFYING'), line('7', 'COORDINATING'), line('8', 'COORDINATING')],
    ];
    expect([...arrivals(history)].map(([station, { id }]) => [station, id])).toEqual([
      ...[
        ['BLOWN', '1'],
        ['ACCEPTED', '2'],
        ['COORDINATING', '7'],
        ['VERIFYING', '6'],
      ],
    ]);
  });
});
