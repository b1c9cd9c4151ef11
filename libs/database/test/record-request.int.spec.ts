import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import type { Decision } from '@hsl/database/decision';
import { bodyHashOf, forgetAnswers, type IdempotentAnswer } from '@hsl/database/idempotent-request';
import { recordRequest } from '@hsl/database/record-decision';
import type { TenantDatabase } from '@hsl/database/tenant-database';
import { birth, countOf, fixtureDatabase, fixtureTenants } from './fixture-database.js';

let stack: TestStack;
let database: TenantDatabase;

beforeAll(async () => {
  stack = await startTestStack({ servers: ['postgres'] });
  database = fixtureTenants(await fixtureDatabase(stack.addresses.databaseUrl, 'requests'));
});
afterAll(async () => {
  await database.close();
  await stack.stop();
});

interface Attempt {
  decision: Decision;
  answer: IdempotentAnswer;
}

/** Each attempt of a request makes its own id and number, as an HTTP handler does. */
function attempt(key: string, body: unknown, requesterId = 'zx-worker1', subdistrictId = 'zx'): Attempt {
  const id = randomUUID();
  const answer = { requesterId, key, bodyHash: bodyHashOf(body), status: 201, body: { number: `N-${id}` } };
  return { decision: birth(id, subdistrictId), answer };
}
const send = ({ decision, answer }: Attempt) => recordRequest(database.pool(decision.subdistrictId), decision, answer);

describe('a request with an Idempotency-Key', () => {
  it('gets the same answer again for the same body, and happens once', async () => {
    const before = await countOf(database.systemPool, 'whistle');
    const first = await send(attempt('k1', { facts: 'a', n: 1 }));
    const second = await send(attempt('k1', { n: 1, facts: 'a' }));
    expect(first.repeated).toBe(false);
    expect(second).toEqual({ ...first, repeated: true });
    expect(await countOf(database.systemPool, 'whistle')).toBe(before + 1);
  });

  it('is refused with another body, and nothing changes', async () => {
    await send(attempt('k2', { facts: 'a' }));
    const before = await countOf(database.systemPool, 'timeline_entry');
    await expect(send(attempt('k2', { facts: 'b' }))).rejects.toMatchObject({ code: 'idempotencyKeyReused' });
    expect(await countOf(database.systemPool, 'timeline_entry')).toBe(before);
  });

  it('is another request for another caller or another tenant', async () => {
    const answers = [
      await send(attempt('k3', {})),
      await send(attempt('k3', {}, 'zx-worker2')),
      await send(attempt('k3', {}, 'zx-worker1', 'ys')),
    ];
    expect(answers.every(({ repeated }) => !repeated)).toBe(true);
  });

  it('happens once when ten copies arrive at the same moment', async () => {
    const before = await countOf(database.systemPool, 'whistle');
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(attempt('k4', { facts: 'x' }))));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await countOf(database.systemPool, 'whistle')).toBe(before + 1);
  });

  it('does not use up its key when the decision does not take place', async () => {
    const { decision, answer } = attempt('k5', {});
    const missing: Decision = { ...decision, insert: undefined, expectedVersion: 4 };
    await expect(send({ decision: missing, answer })).rejects.toMatchObject({ name: 'VersionConflict' });
    expect(await send({ decision, answer })).toMatchObject({ repeated: false });
  });

  it('is forgotten when it is old, and only then', async () => {
    await send(attempt('k6', {}));
    expect(await forgetAnswers(database.systemPool, new Date(Date.now() - 60_000))).toBe(0);
    expect(await forgetAnswers(database.systemPool, new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    expect(await send(attempt('k6', { other: true }))).toMatchObject({ repeated: false });
  });
});
