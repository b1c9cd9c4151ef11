import { WHISTLE_STATES, type WhistleState } from '@hsl/contracts/states';
import { describe, expect, it } from '@jest/globals';
import { actionsFrom, nextState, WHISTLE_TRANSITIONS } from './whistle-transitions.js';

const ENDS: WhistleState[] = ['ARCHIVED', 'MERGED', 'WITHDRAWN'];

describe('the life cycle table', () => {
  it('reaches every state from a blown whistle', () => {
    const reached = new Set<WhistleState>(['BLOWN']);
    for (const state of reached) for (const row of actionsFrom(state)) reached.add(row.to);
    expect([...reached].sort()).toEqual([...WHISTLE_STATES].sort());
  });

  it('leaves no state without a way on, but for the ends', () => {
    const stuck = WHISTLE_STATES.filter((state) => actionsFrom(state).length === 0);
    expect(stuck.sort()).toEqual(ENDS.sort());
  });

  it('has one target for each pair of state and action', () => {
    const pairs = WHISTLE_TRANSITIONS.map((row) => `${row.from}/${row.action}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('names an ability for every step a person takes and none for the clock', () => {
    for (const row of WHISTLE_TRANSITIONS) {
      const byPerson = row.by.some((role) => role !== 'system');
      expect('ability' in row && row.ability !== undefined).toBe(byPerson);
    }
  });

  it('refuses what the table does not name', () => {
    expect(nextState('BLOWN', 'dispatch')).toBeUndefined();
    expect(nextState('ARCHIVED', 'withdraw')).toBeUndefined();
    expect(nextState('VERIFYING', 'pass')).toBe('REVISITING');
  });
});
