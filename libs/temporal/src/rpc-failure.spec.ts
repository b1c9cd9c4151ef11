import { describe, expect, it } from '@jest/globals';
import { ServiceError } from '@temporalio/client';
import { isTemporalDown } from './rpc-failure.js';

const answered = (code: number): ServiceError =>
  new ServiceError('Workflow Update failed', { cause: Object.assign(new Error('from the server'), { code }) });

describe('a call that Temporal did not take', () => {
  it.each([
    ['was cancelled', 1],
    ['met a server that is busy', 8],
    ['came while the workflow task was failing', 9],
    ['found nobody', 14],
  ])('may be sent again when it %s', (_, code) => {
    expect(isTemporalDown(answered(code))).toBe(true);
  });

  it.each([
    ['was wrong', 3],
    ['named what is not there', 5],
    ['may not be made', 7],
  ])('is not sent again when it %s', (_, code) => {
    expect(isTemporalDown(answered(code))).toBe(false);
  });
});
