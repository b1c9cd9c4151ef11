import { describe, expect, it } from '@jest/globals';
import { STAFF_WORDS } from '../../words/staff.words.js';
import { roundForms, roundSteps } from './round-steps.js';

const names = (...asked: Parameters<typeof roundSteps>): string[] => roundSteps(...asked).map(({ name }) => name);

describe('a round of asking for topics', () => {
  it('is opened, closed and screened by the liaison officer, and published by a deputy leader', () => {
    expect(names(undefined, ['liaisonOfficer'])).toEqual(['solicitationRound.open']);
    expect(names('OPEN', ['liaisonOfficer'])).toEqual(['solicitationRound.close']);
    expect(names('CLOSED', ['liaisonOfficer'])).toEqual(['solicitationRound.screen']);
    expect(names('SCREENED', ['liaisonOfficer'])).toEqual([]);
    expect(names('SCREENED', ['deputyLeader'])).toEqual(['solicitationRound.publish']);
    expect(names('OPEN', ['member'])).toEqual([]);
  });

  it('has words for its steps and what they ask', () => {
    const wanted = Object.entries(roundForms('any')).flatMap(([name, { fields }]) => [
      `do.${name}`,
      ...fields.map((field) => `field.${field.name}`),
    ]);
    expect(wanted.filter((key) => !(key in STAFF_WORDS))).toEqual([]);
  });
});
