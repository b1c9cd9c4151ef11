import { describe, expect, it } from '@jest/globals';
import { fromIso, toIso } from '@hsl/contracts/instants';
import { bookingFault } from './booking-rules.js';
import { parseDay } from './calendar-day.js';
import {
  freeSpans,
  isOpenThroughout,
  minutesOf,
  nearestSpans,
  openSpans,
  weekdayOf,
  type TimeSpan,
} from './opening-hours.js';

const at = (text: string): number => fromIso(`${text}:00+08:00`);
const span = (from: string, to: string): TimeSpan => ({ from: at(from), to: at(to) });
/** 2026-11-27 is a Friday. */
const HOURS = [
  { weekday: 5, opens: '14:00', closes: '21:00' },
  { weekday: 5, opens: '08:30', closes: '12:00' },
  { weekday: 6, opens: '18:00', closes: '24:00' },
  { weekday: 7, opens: '00:00', closes: '02:00' },
];
const NOW = at('2026-11-26T20:00');

describe('opening hours', () => {
  it('are those of the weekday in Shanghai, which begins eight hours before UTC', () => {
    expect(['2026-11-27', '2026-11-30', '1969-12-31'].map((date) => weekdayOf(parseDay(date)))).toEqual([5, 1, 3]);
    const day = openSpans(HOURS, span('2026-11-27T00:00', '2026-11-28T00:00'));
    expect(day.map(({ from, to }) => [toIso(from), toIso(to)])).toEqual([
      ['2026-11-27T00:30:00.000Z', '2026-11-27T04:00:00.000Z'],
      ['2026-11-27T06:00:00.000Z', '2026-11-27T13:00:00.000Z'],
    ]);
  });

  it('join over midnight, and are cut to what was asked for', () => {
    const night = span('2026-11-28T23:00', '2026-11-29T01:30');
    expect(openSpans(HOURS, night)).toEqual([night]);
    expect(isOpenThroughout(HOURS, night)).toBe(true);
    expect(isOpenThroughout(HOURS, span('2026-11-28T23:00', '2026-11-29T02:01'))).toBe(false);
    expect(isOpenThroughout(HOURS, span('2026-11-27T11:00', '2026-11-27T15:00'))).toBe(false);
    expect(openSpans([], night)).toEqual([]);
  });

  it('know clock times from 00:00 to 24:00', () => {
    expect(['00:00', '08:30', '24:00'].map(minutesOf)).toEqual([0, 510, 1440]);
    for (const wrong of ['24:01', '8:30', '12:60', '']) expect(() => minutesOf(wrong)).toThrow(RangeError);
  });
});

describe('free time', () => {
  const open = [span('2026-11-27T08:30', '2026-11-27T12:00'), span('2026-11-27T14:00', '2026-11-27T21:00')];

  it('is what the bookings leave, with nothing between two that touch', () => {
    const taken = [
      span('2026-11-27T08:00', '2026-11-27T09:00'),
      span('2026-11-27T09:00', '2026-11-27T10:00'),
      span('2026-11-27T20:00', '2026-11-27T22:00'),
    ];
    expect(freeSpans(open, taken)).toEqual([
      span('2026-11-27T10:00', '2026-11-27T12:00'),
      span('2026-11-27T14:00', '2026-11-27T20:00'),
    ]);
    expect(freeSpans(open, [span('2026-11-27T00:00', '2026-11-28T00:00')])).toEqual([]);
  });

  it('is offered as long as it was wished for, the nearest first', () => {
    const free = freeSpans(open, [span('2026-11-27T15:00', '2026-11-27T16:00')]);
    expect(nearestSpans(free, span('2026-11-27T15:00', '2026-11-27T16:00'), 2)).toEqual([
      span('2026-11-27T14:00', '2026-11-27T15:00'),
      span('2026-11-27T16:00', '2026-11-27T17:00'),
    ]);
    expect(nearestSpans(free, span('2026-11-27T14:00', '2026-11-27T20:00'), 3)).toEqual([]);
  });
});

describe('a booking', () => {
  it.each([
    ['2026-11-27T09:00', '2026-11-27T10:00', undefined],
    ['2026-11-28T23:00', '2026-11-29T01:00', undefined],
    ['2026-11-26T19:59', '2026-11-26T21:00', 'bookingInThePast'],
    ['2026-11-27T09:00', '2026-11-27T09:14', 'bookingTooShort'],
    ['2026-11-27T09:00', '2026-11-27T21:01', 'bookingTooLong'],
    ['2027-06-04T09:00', '2027-06-04T10:00', 'bookingTooFarAhead'],
    ['2026-11-27T11:00', '2026-11-27T12:30', 'outsideOpeningHours'],
  ])('from %s to %s: %s', (from, to, fault) => {
    expect(bookingFault(span(from, to), HOURS, NOW)).toBe(fault);
  });
});
