import { describe, expect, it } from '@jest/globals';
import { submissionActions } from './submission-action-forms.js';

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
});
