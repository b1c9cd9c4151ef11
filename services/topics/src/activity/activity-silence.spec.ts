import { describe, expect, it } from '@jest/globals';
import { silentDays } from './activity-silence.js';

const NOW = new Date('2026-12-31T16:00:00Z').getTime();
const at = (text: string): Date => new Date(text);

describe('the silence of a community', () => {
  it('is 30 days by the calendar of Shanghai, where it is 2027 already', () => {
    expect(silentDays({ lastHeldOn: '2026-12-02', watchedSince: null }, NOW)).toBe(30);
    expect(silentDays({ lastHeldOn: '2026-12-03', watchedSince: null }, NOW)).toBeUndefined();
  });

  it('counts from when somebody watches where nothing was ever held', () => {
    expect(silentDays({ lastHeldOn: null, watchedSince: null }, NOW)).toBeUndefined();
    expect(silentDays({ lastHeldOn: null, watchedSince: at('2026-12-20T00:00:00Z') }, NOW)).toBeUndefined();
    expect(silentDays({ lastHeldOn: null, watchedSince: at('2026-11-01T00:00:00Z') }, NOW)).toBe(61);
  });
});
