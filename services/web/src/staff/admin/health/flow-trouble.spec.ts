import { describe, expect, it } from '@jest/globals';
import { serviceOf, unread } from './flow-trouble.js';

describe('trouble in the flow of events', () => {
  it('names the service of a consumer group', () => {
    expect(serviceOf('hsl.insight')).toBe('insight');
    expect(serviceOf('partner')).toBe('partner');
  });

  it('is where events wait and nobody reads, not where nothing waits', () => {
    expect(unread({ service: 'insight', waiting: 3, readers: 0 })).toBe(true);
    expect(unread({ service: 'insight', waiting: 3, readers: 1 })).toBe(false);
    expect(unread({ service: 'insight', waiting: 0, readers: 0 })).toBe(false);
  });
});
