import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '@hsl/platform/problem.error';
import { isDatabaseDown, orDatabaseUnavailable } from './database-down.js';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

describe('a database that is down', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a server that shuts down', coded('57P01')],
    ['a server that starts up', coded('57P03')],
    ['a lost connection', new Error('Connection terminated unexpectedly')],
    ['a pool that waits in vain', new Error('timeout exceeded when trying to connect')],
    ['an answer that never comes', new Error('Query read timeout')],
    ['Prisma that cannot connect', coded('P1001')],
    ['an error with such a cause', new Error('query failed', { cause: coded('ECONNRESET') })],
    ['a host all of whose addresses refuse', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])],
  ])('is seen in %s', (_name, error) => {
    expect(isDatabaseDown(error)).toBe(true);
  });

  it.each([
    ['a unique violation', coded('23505')],
    ['a syntax error', coded('42601')],
    ['a bug', new TypeError('x is undefined')],
    ['nothing', undefined],
  ])('is not seen in %s', (_name, error) => {
    expect(isDatabaseDown(error)).toBe(false);
  });

  it('becomes a refusal with a time to wait; other errors pass', async () => {
    const down = orDatabaseUnavailable(() => Promise.reject(coded('ECONNREFUSED')));
    await expect(down).rejects.toMatchObject({ code: 'databaseUnavailable', retryAfterSeconds: 5 });
    await expect(down).rejects.toBeInstanceOf(ProblemError);
    const violation = coded('23505');
    await expect(orDatabaseUnavailable(() => Promise.reject(violation))).rejects.toBe(violation);
  });

  it('does not follow a cause that leads to itself for ever', () => {
    const error = new Error('a');
    error.cause = error;
    expect(isDatabaseDown(error)).toBe(false);
  });
});
