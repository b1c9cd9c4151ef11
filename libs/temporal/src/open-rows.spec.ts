import { describe, expect, it } from '@jest/globals';
import { findingOfOpen } from './open-rows.js';
import type { Asked } from './running-processes.js';

const row = { id: 't', whistleId: 'w', workflowId: 'whistle/w/task/t', state: 'DISPATCHED', version: 3 };
const running = (state: string, version: number): Asked => ({ status: 'running', view: { state, version } });

describe('an open row beside its workflow', () => {
  it.each([
    ['that runs and is there', running('DISPATCHED', 3), undefined],
    ['that runs elsewhere', running('ACKNOWLEDGED', 4), 'differs'],
    ['that the server does not know', { status: 'unknown' }, 'neverStarted'],
    ['that has ended', { status: 'completed' }, 'closed'],
    ['that was terminated', { status: 'broken' }, 'closed'],
    ['that does not answer', { status: 'running' }, 'unanswered'],
  ] as const)('%s', (_what, asked, kind) => {
    expect(findingOfOpen('task', row, asked, true)?.kind).toBe(kind);
  });

  it('is in order if it runs, where nobody asks it more', () => {
    expect(findingOfOpen('checkIn', row, { status: 'running' }, false)).toBeUndefined();
  });

  it('is named in the finding, with what its row says', () => {
    expect(findingOfOpen('task', row, { status: 'unknown' }, true)).toEqual({
      ...{ whistleId: 'w', process: { kind: 'task', id: 't' }, kind: 'neverStarted', isRepaired: false },
      row: { state: 'DISPATCHED', version: 3 },
    });
  });
});
