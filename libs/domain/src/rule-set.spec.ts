import { describe, expect, it } from '@jest/globals';
import { DEFAULT_RULE_SET } from './rule-set.js';

const { G1, G2, G3, G4 } = DEFAULT_RULE_SET.grades;
const wd = (amount: number) => ({ kind: 'workingDays', amount });

describe('the default rule set', () => {
  it('runs G1 and G2 in natural time up to the feedback', () => {
    for (const grade of [G1, G2]) {
      for (const limit of [grade.accept, grade.acknowledge, grade.checkIn, grade.firstContact, grade.feedback]) {
        expect(limit.kind).toBe('natural');
      }
    }
  });

  it('gives an ordinary whistle 4 working hours, 1, 2, 5, 2 and 3 working days', () => {
    expect(G3.accept).toEqual({ kind: 'workingHours', amount: 4 });
    expect([G3.acknowledge, G3.checkIn, G3.feedback, G3.verify, G3.revisit]).toEqual([
      wd(1),
      wd(2),
      wd(5),
      wd(2),
      wd(3),
    ]);
  });

  it('allows no return and no extension of an emergency', () => {
    expect(G1.returnWithin).toBeNull();
    expect(G1.extension).toBeNull();
  });

  it('looks back at the days of the grade', () => {
    expect([G1, G2, G3, G4].map((grade) => grade.lookBackDays)).toEqual([[7, 30], [30], [30], [30, 90, 180]]);
  });
});
