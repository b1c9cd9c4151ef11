import { describe, expect, it } from '@jest/globals';
import { timeLeft } from './time-left.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a countdown', () => {
  it.each([
    [27 * HOUR, 'time.left.days', { days: 1, hours: 3 }],
    [2 * HOUR + 10 * MINUTE, 'time.left.hours', { hours: 2, minutes: 10 }],
    [40 * MINUTE, 'time.left.minutes', { minutes: 40 }],
    [9 * MINUTE + 5_000, 'time.left.seconds', { minutes: 9, seconds: 5 }],
    [0, 'time.left.seconds', { minutes: 0, seconds: 0 }],
    [-21 * HOUR, 'time.over.hours', { hours: 21 }],
    [-50 * HOUR, 'time.over.days', { days: 2, hours: 2 }],
  ])('%i ms before it is due', (distance, key, slots) => {
    expect(timeLeft(1e12 + distance, 1e12)).toMatchObject({ key, slots, isLate: distance < 0 });
  });
});
