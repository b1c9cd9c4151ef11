import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '@hsl/platform/problem.error';
import { backoffMs, FailureLedger, isOutage } from './retry-policy.js';

describe('retrying', () => {
  it('pauses longer each time, and never longer than five seconds', () => {
    expect([1, 2, 3, 4, 5].map(backoffMs)).toEqual([100, 200, 400, 800, 1_600]);
    expect(backoffMs(50)).toBe(5_000);
  });

  it.each([
    ['a database that refuses', Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
    ['a database that is unavailable', new ProblemError('databaseUnavailable')],
    ['Temporal that is unavailable', new ProblemError('temporalUnavailable')],
  ])('takes %s for an outage', (_name, error) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([
    ['a bug', new TypeError('x')],
    ['a violated constraint', Object.assign(new Error('x'), { code: '23505' })],
    ['a refusal', new ProblemError('wrongState')],
    ['a text', 'thrown'],
  ])('blames the event for %s', (_name, error) => {
    expect(isOutage(error)).toBe(false);
  });
});

describe('what is known of failures', () => {
  const bug = new Error('bug');
  const outage = new ProblemError('databaseUnavailable');

  it('counts attempts and strikes, and remembers the first instant', () => {
    const ledger = new FailureLedger();
    ledger.note('t', 0, '7', bug, 1_000);
    ledger.note('t', 0, '7', outage, 2_000);
    expect(ledger.note('t', 0, '7', bug, 3_000)).toEqual({
      offset: '7',
      attempts: 3,
      strikes: 2,
      firstFailedAt: 1_000,
    });
  });

  it('is of one message of one partition', () => {
    const ledger = new FailureLedger();
    ledger.note('t', 0, '7', bug, 1_000);
    expect(ledger.of('t', 0, '8')).toBeUndefined();
    expect(ledger.of('t', 1, '7')).toBeUndefined();
    expect(ledger.note('t', 0, '8', bug, 2_000)).toMatchObject({ attempts: 1, firstFailedAt: 2_000 });
  });

  it('is forgotten when the message is done', () => {
    const ledger = new FailureLedger();
    ledger.note('t', 0, '7', bug, 1_000);
    ledger.clear('t', 0);
    expect(ledger.of('t', 0, '7')).toBeUndefined();
  });
});
