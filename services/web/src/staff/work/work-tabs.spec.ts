import { describe, expect, it } from '@jest/globals';
import { asksOf, workTabOf } from './work-tabs.js';

describe('tabs of the workbench', () => {
  it('stand in the address; what is owed is shown where it says nothing, or nonsense', () => {
    expect([undefined, 'others', 'done', 'all'].map(workTabOf)).toEqual(['mine', 'others', 'done', 'mine']);
  });

  it('part what one takes part in: what waits for oneself, what waits for others, what has ended', () => {
    expect(asksOf({ role: 'handler', waitingFor: 'ZX-CGJ' })).toEqual({
      mine: { open: 'true', waitingFor: 'ZX-CGJ' },
      others: { open: 'true', involving: 'ZX-CGJ', notWaitingFor: 'ZX-CGJ' },
      done: { order: 'ended', involving: 'ZX-CGJ' },
    });
  });
});
