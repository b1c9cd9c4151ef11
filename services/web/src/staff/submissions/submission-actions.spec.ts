import type { Role } from '@hsl/contracts/roles';
import { describe, expect, it } from '@jest/globals';
import { mayLook, photoRights, submissionActions } from './submission-action-forms.js';

const names = (...args: Parameters<typeof submissionActions>) => submissionActions(...args).map(({ name }) => name);

describe('what becomes of a submission', () => {
  it('is for the liaison officer to say, the answer also for the community it was handed to', () => {
    const received = { state: 'RECEIVED', handedToCommunity: false } as const;
    expect(names(received, ['liaisonOfficer'])).toHaveLength(4);
    expect(names(received, ['communityWorker'])).toEqual([]);
    expect(names({ ...received, handedToCommunity: true }, ['communityWorker'])).toEqual(['submission.answer']);
    expect(names({ ...received, state: 'ANSWERED' }, ['liaisonOfficer'])).toEqual([]);
  });

  it('is forgotten by a deputy leader when the sender asks for it, whatever became of it', () => {
    for (const state of ['RECEIVED', 'ANSWERED'] as const) {
      expect(names({ state, handedToCommunity: false }, ['deputyLeader'])).toEqual(['submission.eraseContact']);
    }
  });

  it('lets the office, and the community it was handed to, look at what the sender left', () => {
    const left = { hasContact: false, hasPosition: true, handedToCommunity: false };
    expect(mayLook(left, ['liaisonOfficer'])).toBe(true);
    expect(mayLook(left, ['communityWorker'])).toBe(false);
    expect(mayLook({ ...left, handedToCommunity: true }, ['communityWorker'])).toBe(true);
    expect(mayLook({ ...left, handedToCommunity: true }, ['communityHead', 'deputyLeader'])).toBe(false);
    expect(mayLook({ ...left, hasPosition: false }, ['liaisonOfficer'])).toBe(false);
  });

  it('shows its photos covered; who may cover one or look behind it is as the table of rights says', () => {
    const rights = (state: 'RECEIVED' | 'ANSWERED', role: Role) => Object.values(photoRights({ state }, [role]));
    expect(rights('ANSWERED', 'liaisonOfficer')).toEqual([true, true]);
    expect([rights('RECEIVED', 'communityWorker'), rights('ANSWERED', 'communityWorker')]).toEqual([
      [true, true],
      [true, false],
    ]);
    for (const role of ['communityHead', 'deputyLeader', 'groupLeader'] as const) {
      expect(rights('RECEIVED', role)).toEqual([false, false]);
    }
  });
});
