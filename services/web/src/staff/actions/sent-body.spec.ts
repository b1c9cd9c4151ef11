import { describe, expect, it } from '@jest/globals';
import { sentBody } from './sent-body.js';

describe('what is sent of what was typed', () => {
  it('has days as the end of office hours in Shanghai, and words of evidence as a list', () => {
    const fields = [
      { name: 'newDueAt', kind: 'day' },
      { name: 'evidence', kind: 'evidence' },
      { name: 'reason', kind: 'text' },
    ] as const;
    expect(sentBody(fields, { newDueAt: '2026-12-10', evidence: { note: '整改后照片' }, reason: '到货晚' })).toEqual({
      newDueAt: '2026-12-10T18:00:00+08:00',
      evidence: [{ kind: 'after', note: '整改后照片' }],
      reason: '到货晚',
    });
  });

  it('has times of day as those of Shanghai, numbers as numbers and one item for each line', () => {
    const fields = [
      { name: 'startsAt', kind: 'instant' },
      { name: 'quorum', kind: 'number' },
      { name: 'agenda', kind: 'lines' },
    ] as const;
    const typed = { startsAt: '2026-12-01T09:30', quorum: '5', agenda: '通报现状\n\n 居民发言 ' };
    expect(sentBody(fields, typed)).toEqual({
      startsAt: '2026-12-01T01:30:00.000Z',
      quorum: 5,
      agenda: ['通报现状', '居民发言'],
    });
  });
});
