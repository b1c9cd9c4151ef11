import { describe, expect, it } from '@jest/globals';
import { waitingOf } from './consumer-lag.js';

const ends = [
  { partition: 0, low: '10', high: '15' },
  { partition: 1, low: '0', high: '4' },
];
const waiting = (...offsets: string[]): number =>
  waitingOf(
    ends,
    offsets.map((offset, partition) => ({ partition, offset })),
  );

describe('the events that wait for a group', () => {
  it('are those after what it has committed, over all partitions', () => {
    expect(waiting('15', '4')).toBe(0);
    expect(waiting('12', '1')).toBe(6);
  });

  it('are all that is still kept of a partition of which nothing was committed, and no more', () => {
    expect(waiting('15', '-1')).toBe(4);
    expect(waiting('3', '4')).toBe(5);
  });

  it('are none of a topic the group has never read', () => {
    expect(waiting('-1', '-1')).toBe(0);
  });
});
