import { describe, expect, it } from '@jest/globals';
import type { LedgerInput } from '@hsl/workflows/ledger/ledger.messages';
import { againOf, type OpenEntry } from './lost-entries.js';

const input = { entryId: 'e', whistleId: 'w', appliedAt: 1, days: 60, milestones: [] } as unknown as LedgerInput;
const milestone = (id: string, state: string) => ({
  id,
  state,
  slips: state === 'SLIPPED' ? 1 : 0,
  dueAt: new Date(9),
});
const row = (differs: Partial<OpenEntry>): OpenEntry => ({
  ...{ id: 'e', whistleId: 'w', workflowId: 'ledger/e', state: 'RUNNING', version: 4, proposedBy: null, deadlines: [] },
  milestones: [milestone('m1', 'DONE'), milestone('m2', 'SLIPPED')],
  ...differs,
});
const deadline = (step: string) => [{ step, dueAt: 9 }] as unknown as OpenEntry['deadlines'];

describe('an entry of the ledger whose process is lost', () => {
  it('begins as it began where nothing was decided since', () => {
    expect(againOf(row({ state: 'APPLIED', version: 1 }), input)).toEqual({ ...input, isBegunAgain: true });
  });

  it('goes on with what stands in its row while it runs', () => {
    expect(againOf(row({ proposedBy: 'zx-head-cgj' }), input)).toEqual({
      ...{ ...input, isBegunAgain: true },
      resumed: {
        ...{ version: 4, proposedBy: 'zx-head-cgj' },
        milestones: [
          { milestoneId: 'm1', dueAt: 9, state: 'DONE', slips: 0 },
          { milestoneId: 'm2', dueAt: 9, state: 'SLIPPED', slips: 1 },
        ],
      },
    });
    expect(againOf(row({ deadlines: deadline('milestone') }), input)).toBeDefined();
  });

  it.each([
    ['an approval that has climbed rungs', { state: 'APPLIED', version: 2 }],
    ['a carrying over that is owed since the year’s end', { deadlines: deadline('carryOver') }],
    ['one that was about to be delivered', { milestones: [milestone('m1', 'DONE')] }],
  ])('is left to a person: %s', (_what, differs) => {
    expect(againOf(row(differs), input)).toBeUndefined();
  });
});
