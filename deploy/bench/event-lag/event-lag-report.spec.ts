import { describe, expect, it } from '@jest/globals';
import { eventLagReport } from './event-lag-report.js';

describe('the report of late events', () => {
  it('tells the slowest of a hundred, and the drain as a share of what the broker does alone', () => {
    const lagsMs = Array.from({ length: 100 }, (_, index) => index + 1);
    const [backlog, alone] = [
      { events: 1_000, seconds: 4 },
      { events: 1_000, seconds: 1 },
    ];
    expect(eventLagReport({ lagsMs, eventsPerSecond: 199.96, backlog, alone })).toMatchObject({
      ...{ lagP50Ms: 50, lagP99Ms: 99, eventsPerSecond: 200 },
      ...{ drainedPerSecond: 250, alonePerSecond: 1_000, ofAlone: 0.25 },
    });
  });
});
