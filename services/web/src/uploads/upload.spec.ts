import { describe, expect, it } from '@jest/globals';
import { ApiProblem, NoAnswer } from '../http/problem.js';
import { brokenOff, type Upload } from './upload.js';

const upload = (id: string, more: Partial<Upload>): Upload => ({
  file: { id, name: `${id}.jpg`, blob: new Blob(), url: '' },
  ...{ state: 'failed', share: 0.4 },
  ...more,
});

describe('uploads that go on by themselves when the line is back', () => {
  it('are those that got no answer; a refused file, and one that is on its way, are left alone', () => {
    const uploads = [
      upload('cut', { failure: new NoAnswer('offline') }),
      upload('slow', { failure: new NoAnswer('timeout') }),
      upload('refused', { failure: new ApiProblem({ status: 415, code: 'fileType', detail: '' }) }),
      upload('sending', { state: 'sending' }),
      upload('done', { state: 'done' }),
    ];
    expect(brokenOff(uploads).map(({ id }) => id)).toEqual(['cut', 'slow']);
  });
});
