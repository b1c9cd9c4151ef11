import { describe, expect, it } from '@jest/globals';
import { MOST_FINDINGS, type Finding } from '@hsl/contracts/reconciliation';
import { newRound, withPage } from './reconciliation.state.js';

const finding = (whistleId: string, isRepaired = false): Finding => ({ whistleId, kind: 'closed', isRepaired });

describe('a round of the reconciliation', () => {
  it('counts repaired and reported findings apart, over all pages', () => {
    const next = { part: 'workflows' } as const;
    const first = withPage(newRound('zx', 0), { checked: 3, findings: [finding('a', true), finding('b')], next });
    const last = withPage(first, { checked: 2, findings: [] });
    expect([first.place, last.place]).toEqual([next, undefined]);
    expect(last).toMatchObject({ checked: 5, repaired: 1, reported: 1 });
  });

  it('keeps a bounded list and counts what is beyond it', () => {
    const findings = Array.from({ length: MOST_FINDINGS + 5 }, (_one, index) => finding(String(index)));
    const round = withPage(newRound('zx', 0), { checked: findings.length, findings });
    expect([round.findings.length, round.reported]).toEqual([MOST_FINDINGS, MOST_FINDINGS + 5]);
  });
});
