import { PROPOSAL_STATES, type ProposalState } from '@hsl/contracts/states';
import { describe, expect, it } from '@jest/globals';
import { nextProposalState, PROPOSAL_TRANSITIONS, proposalStatesFor } from './proposal-transitions.js';

const rowsFrom = (state: ProposalState) => PROPOSAL_TRANSITIONS.filter(({ from }) => from === state);

describe('the life cycle table of proposals', () => {
  it('reaches every state from a submitted proposal', () => {
    const reached = new Set<ProposalState>(['SUBMITTED']);
    for (const state of reached) for (const row of rowsFrom(state)) reached.add(row.to);
    expect([...reached].toSorted()).toEqual([...PROPOSAL_STATES].toSorted());
  });

  it('leaves no state without a way on, but for the ends', () => {
    const stuck = PROPOSAL_STATES.filter((state) => rowsFrom(state).every(({ to }) => to === state));
    expect(stuck).toEqual(['NOT_FILED', 'CLOSED', 'WITHDRAWN']);
  });

  it('has one target for each pair of state and action', () => {
    const pairs = PROPOSAL_TRANSITIONS.map(({ from, action }) => `${from}/${action}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('names an ability for every step a person takes and none for the clock', () => {
    for (const { by, ability } of PROPOSAL_TRANSITIONS)
      expect(ability !== undefined).toBe(by.some((role) => role !== 'system'));
  });

  it('says from where a right is used, and where that leads', () => {
    expect(proposalStatesFor('proposal.giveOpinion')).toEqual(['ASSIGNED', 'RETURN_REQUESTED', 'MET']);
    expect(nextProposalState('RATED', 'carryOver')).toBe('CARRIED_OVER');
    expect(nextProposalState('ASSIGNED', 'reply')).toBeUndefined();
  });
});
