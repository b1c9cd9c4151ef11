import { describe, expect, it } from '@jest/globals';
import { stageOf } from './stages.js';

const history = [
  { kind: 'blown', at: '2026-11-02T01:00:00Z' },
  { kind: 'checkedIn', at: '2026-11-02T03:00:00Z' },
  { kind: 'dispatched', at: '2026-11-03T01:00:00Z' },
  { kind: 'feedbackSubmitted', at: '2026-11-05T01:00:00Z' },
];

describe('when in the work a file shows the matter', () => {
  it.each([
    ['2026-11-02T01:00:01Z', 'before'],
    ['2026-11-02T04:00:00Z', 'before'],
    ['2026-11-04T01:00:00Z', 'during'],
    ['2026-11-05T01:00:00Z', 'after'],
  ])('put there at %s it is %s', (at, stage) => {
    expect(stageOf(at, history)).toBe(stage);
  });

  it('is before as long as nothing has begun, and after once it was settled on the spot', () => {
    expect(stageOf('2026-11-02T04:00:00Z', history.slice(0, 1))).toBe('before');
    const settled = [...history.slice(0, 2), { kind: 'selfResolved', at: '2026-11-02T05:00:00Z' }];
    expect(stageOf('2026-11-02T04:59:00Z', settled)).toBe('after');
  });
});
