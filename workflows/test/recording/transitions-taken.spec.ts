import type { WhistleState } from '@hsl/contracts/states';
import { describe, expect, it } from '@jest/globals';
import type { WhistleDecision, WhistleFact } from '../../src/whistle/whistle.activities.js';
import { transitionsOf } from './transitions-taken.js';

const taken = (from: WhistleState, fact: WhistleFact, state: WhistleState): string[] =>
  transitionsOf({ from, fact, after: { state } } as WhistleDecision);

describe('the rows of the life cycle that a decision went along', () => {
  it('tell the clock from a person', () => {
    expect(taken('BLOWN', { type: 'accepted', auto: false }, 'ASSIGNING')).toEqual(['BLOWN accept', 'ACCEPTED assign']);
    expect(taken('BLOWN', { type: 'accepted', auto: true }, 'COORDINATING')).toEqual([
      'BLOWN autoAccept',
      'ACCEPTED routeAtOnce',
    ]);
  });

  it('tell apart by the state it led to', () => {
    const failed: WhistleFact = { type: 'verificationFailed', falseFeedback: true };
    expect(taken('VERIFYING', failed, 'COORDINATING')).toEqual(['VERIFYING fail']);
    expect(taken('VERIFYING', failed, 'CHECKED_IN')).toEqual(['VERIFYING failSelfResolved']);
    expect(taken('REVISITING', failed, 'COORDINATING')).toEqual(['REVISITING flagFalseFeedback']);
  });

  it('are none where nobody moves', () => {
    expect(taken('BLOWN', { type: 'countersigned' }, 'BLOWN')).toEqual([]);
    expect(taken('COORDINATING', { type: 'checkedIn', substituted: false }, 'COORDINATING')).toEqual([]);
    expect(taken('LOOKING_BACK', { type: 'lookBackReported', sequence: 1, result: 'STABLE' }, 'LOOKING_BACK')).toEqual(
      [],
    );
  });
});
