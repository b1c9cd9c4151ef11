import { fromIso } from '@hsl/contracts/instants';
import { describe, expect, it } from '@jest/globals';
import { CHINA_CALENDAR } from './calendar-china.js';
import { onDuty, overlapIn, type DutyShift } from './duty-roster.js';
import { isOpeningTime } from './working-time.js';

const at = (text: string) => fromIso(`2026-11-${text}:00+08:00`);
const shift = (userId: string, from: string, to: string): DutyShift => ({ userId, from: at(from), to: at(to) });
const ROSTER = [shift('first', '26T18:00', '27T08:30'), shift('second', '27T18:00', '28T08:30')];

describe('the duty roster', () => {
  it.each([
    ['before the first shift', '26T17:59', undefined],
    ['when a shift begins', '26T18:00', 'first'],
    ['after midnight', '27T03:00', 'first'],
    ['when it ends', '27T08:30', undefined],
    ['in the next night', '27T23:00', 'second'],
  ])('%s', (_when, instant, who) => {
    expect(onDuty(ROSTER, at(instant))).toBe(who);
  });

  it('rings who has come on duty last where two are', () => {
    expect(onDuty([...ROSTER, shift('stand-in', '27T02:00', '27T04:00')], at('27T03:00'))).toBe('stand-in');
  });

  it('names the shift that begins before another has ended, in whatever order they are written', () => {
    expect(overlapIn(ROSTER)).toBeUndefined();
    expect(overlapIn([...ROSTER, shift('third', '28T08:30', '28T12:00')])).toBeUndefined();
    expect(overlapIn([ROSTER[1]!, shift('early', '27T17:00', '27T18:30'), ROSTER[0]!])).toBe(0);
  });
});

describe('opening hours', () => {
  it.each([
    ['Thursday morning', '26T08:30', true],
    ['noon', '26T12:00', false],
    ['Thursday afternoon', '26T14:30', true],
    ['closing time', '26T18:00', false],
    ['night', '26T23:00', false],
    ['Saturday', '28T10:00', false],
  ])('%s', (_when, instant, isOpen) => {
    expect(isOpeningTime(at(instant), CHINA_CALENDAR)).toBe(isOpen);
  });

  it('are those of a working day on a Saturday worked to make up, and none on a holiday', () => {
    expect(isOpeningTime(fromIso('2021-10-09T10:00:00+08:00'), CHINA_CALENDAR)).toBe(true);
    expect(isOpeningTime(fromIso('2021-10-06T10:00:00+08:00'), CHINA_CALENDAR)).toBe(false);
  });
});
