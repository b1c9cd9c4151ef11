import { describe, expect, it } from '@jest/globals';
import { FIXED_SEATS, SESSION_FORMATS } from '@hsl/contracts/sessions';
import { checkSeats, countsForQuorum, DEFAULT_SEATS, modeOf, quorumOf } from './sitting-rules.js';

describe('a sitting', () => {
  it('has one of eight formats; the mode follows from it', () => {
    const online = SESSION_FORMATS.filter((format) => modeOf(format) !== 'onSite');
    expect([SESSION_FORMATS.length, online]).toEqual([8, ['online', 'hybrid']]);
  });

  it('complies with 6+N only if the six fixed seats are taken and somebody concerned is there', () => {
    expect(checkSeats(DEFAULT_SEATS, FIXED_SEATS)).toEqual({ missingSeats: [], stakeholders: 0, complies: false });
    expect(checkSeats(DEFAULT_SEATS, [...FIXED_SEATS, 'stakeholder']).complies).toBe(true);
    const without = FIXED_SEATS.filter((seat) => seat !== 'department');
    expect(checkSeats(DEFAULT_SEATS, [...without, 'stakeholder', 'stakeholder'])).toEqual({
      ...{ missingSeats: ['department'], stakeholders: 2, complies: false },
    });
  });

  it('counts for the quorum whoever is invited or has an account, not who wrote a name into an open list', () => {
    const nobody = { memberId: null, userId: null };
    const counts = [
      { ...nobody, state: 'ACCEPTED' },
      { ...nobody, state: 'CAME', memberId: 'ZX-M01' },
      { ...nobody, state: 'CAME', userId: 'zx-worker-01' },
      { ...nobody, state: 'CAME' },
    ].map(countsForQuorum);
    expect(counts).toEqual([true, true, true, false]);
  });

  it('needs the persons its convener says, or half of those invited, and two at least', () => {
    expect([quorumOf(7, 20), quorumOf(undefined, 9), quorumOf(undefined, 0), quorumOf(1, 0)]).toEqual([7, 5, 2, 2]);
  });
});
