import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { VersionConflict, type AnyOutgoingEvent, type Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { cte } from '@hsl/database/sql-fragment';
import { asInstant, asJson } from '@hsl/database/sql-values';
import type { TenantDatabase } from '@hsl/database/tenant-database';
import { birth, fixtureDatabase, fixtureTenants } from './fixture-database.js';

let stack: TestStack;
let database: TenantDatabase;

beforeAll(async () => {
  stack = await startTestStack({ servers: ['postgres'] });
  database = fixtureTenants(await fixtureDatabase(stack.addresses.databaseUrl, 'decisions'));
});
afterAll(async () => {
  await database.close();
  await stack.stop();
});

const event = (subject: string): AnyOutgoingEvent => ({
  type: 'topic.proposed.v1',
  subject,
  data: { topicId: subject, categoryCode: 'A1', communityIds: [], at: 0 },
});

const acceptance = (id: string, expectedVersion = 1): Decision => ({
  table: 'whistle',
  id,
  subdistrictId: 'zx',
  expectedVersion,
  patch: { state: 'ACCEPTED' },
  decisionId: `accept-${id}`,
  at: Date.UTC(2026, 2, 2),
  timeline: [
    { kind: 'accepted', fromState: 'BLOWN', toState: 'ACCEPTED', actorId: 'zx-liaison1', details: { grade: 'G2' } },
  ],
  events: [event(id)],
  source: 'whistles',
});

async function born(): Promise<string> {
  const id = randomUUID();
  await recordDecision(database.pool('zx'), birth(id));
  return id;
}

async function tracesOf(id: string): Promise<{ row: unknown; timeline: string[]; events: number }> {
  const pool = database.systemPool;
  const [row] = (
    await pool.query('SELECT state, version, last_decision_id AS decision FROM whistle WHERE id = $1', [id])
  ).rows;
  const timeline = (
    await pool.query<{ kind: string }>('SELECT kind FROM timeline_entry WHERE aggregate_id = $1 ORDER BY position', [
      id,
    ])
  ).rows;
  const events = (await pool.query('SELECT 1 FROM outbox_event WHERE subject = $1', [id])).rowCount ?? 0;
  return { row, timeline: timeline.map(({ kind }) => kind), events };
}

describe('recording a decision', () => {
  it('writes row, timeline and outbox together, at the next version', async () => {
    const id = await born();
    expect(await recordDecision(database.pool('zx'), acceptance(id))).toEqual({ version: 2, repeated: false });
    expect(await tracesOf(id)).toEqual({
      row: { state: 'ACCEPTED', version: 2, decision: `accept-${id}` },
      timeline: ['blown', 'accepted'],
      events: 1,
    });
  });

  it('answers a retry after a lost answer as repeated and writes nothing', async () => {
    const id = await born();
    await recordDecision(database.pool('zx'), acceptance(id));
    const before = await tracesOf(id);
    expect(await recordDecision(database.pool('zx'), acceptance(id))).toEqual({ version: 2, repeated: true });
    expect(await tracesOf(id)).toEqual(before);
  });

  it('knows its own decision also when others have followed', async () => {
    const id = await born();
    await recordDecision(database.pool('zx'), acceptance(id));
    await recordDecision(database.pool('zx'), {
      ...acceptance(id, 2),
      decisionId: 'later',
      patch: { state: 'ASSIGNING' },
    });
    expect(await recordDecision(database.pool('zx'), acceptance(id))).toEqual({ version: 2, repeated: true });
  });

  it('repeats a birth without a second row', async () => {
    const id = randomUUID();
    expect(await recordDecision(database.pool('zx'), birth(id))).toEqual({ version: 1, repeated: false });
    expect(await recordDecision(database.pool('zx'), birth(id))).toEqual({ version: 1, repeated: true });
    expect((await tracesOf(id)).timeline).toEqual(['blown']);
  });

  it('throws a conflict, and writes nothing, if another decision came first', async () => {
    const id = await born();
    await recordDecision(database.pool('zx'), acceptance(id));
    const rival: Decision = { ...acceptance(id), decisionId: 'rival', patch: { state: 'DECLINED' } };
    const before = await tracesOf(id);
    await expect(recordDecision(database.pool('zx'), rival)).rejects.toEqual(new VersionConflict('whistle', id, 1, 2));
    expect(await tracesOf(id)).toEqual(before);
  });

  it('lets the workflow say what a version was, when an attempt died before its workflow could remember it', async () => {
    const id = randomUUID();
    await recordDecision(database.pool('zx'), birth(id));
    await recordDecision(database.pool('zx'), acceptance(id));
    const word: Decision = {
      ...acceptance(id),
      insert: undefined,
      expectedVersion: 1,
      supersedesForgotten: true,
      decisionId: `sent-back-${id}`,
      patch: { state: 'NEEDS_INFO' },
      at: acceptance(id).at + 1,
    };
    const frozen = { ...word, decisionId: `frozen-${id}`, at: acceptance(id).at };
    await expect(recordDecision(database.pool('zx'), frozen)).rejects.toBeInstanceOf(VersionConflict);
    expect(await recordDecision(database.pool('zx'), word)).toEqual({ version: 2, repeated: false });
    expect(await recordDecision(database.pool('zx'), word)).toEqual({ version: 2, repeated: true });
    const { rows } = await database.pool('zx').query('SELECT state, version FROM whistle WHERE id = $1', [id]);
    expect(rows).toEqual([{ state: 'NEEDS_INFO', version: 2 }]);
  });

  it('lets the workflow say so too when the attempt died after several decisions, and keeps those that are made again', async () => {
    const id = randomUUID();
    const pool = database.pool('zx');
    const step = (expectedVersion: number, state: string, at: number): Decision => ({
      ...acceptance(id),
      ...{ insert: undefined, expectedVersion, supersedesForgotten: true, patch: { state } },
      ...{ decisionId: `${expectedVersion + 1}/${state}`, at: acceptance(id).at + at },
    });
    await recordDecision(pool, birth(id));
    // An attempt that rang, acknowledged, and died.
    await recordDecision(pool, step(1, 'RUNG', 1));
    await recordDecision(pool, step(2, 'ACKNOWLEDGED', 2));
    // The next one rings again, at a later instant: that is the same decision, and what followed it still stands.
    expect(await recordDecision(pool, step(1, 'RUNG', 8))).toEqual({ version: 2, repeated: true });
    expect((await tracesOf(id)).row).toMatchObject({ version: 3, state: 'ACKNOWLEDGED' });
    // Had somebody else's step come first, it is at its place.
    await expect(recordDecision(pool, step(1, 'FROZEN', 1))).rejects.toBeInstanceOf(VersionConflict);
    expect(await recordDecision(pool, step(1, 'EXTENDED', 9))).toEqual({ version: 2, repeated: false });
    expect((await tracesOf(id)).row).toMatchObject({ version: 2, state: 'EXTENDED' });
    expect(await recordDecision(pool, step(2, 'RUNG', 10))).toEqual({ version: 3, repeated: false });
  });

  it('makes a step again that another attempt took back, though it is in the history', async () => {
    const id = randomUUID();
    const pool = database.pool('zx');
    const step = (state: string, at: number): Decision => ({
      ...acceptance(id),
      ...{ insert: undefined, expectedVersion: 1, supersedesForgotten: true, patch: { state } },
      ...{ decisionId: `2/${state}`, at: acceptance(id).at + at },
    });
    await recordDecision(pool, birth(id));
    // Two attempts died in a row, the second after a rung at the same place; the third hears of the feedback first.
    await recordDecision(pool, step('FED_BACK', 1));
    expect(await recordDecision(pool, step('RUNG', 5))).toEqual({ version: 2, repeated: false });
    // A worker that wakes late does not know that: it is in a conflict, and the rung stands.
    await expect(recordDecision(pool, step('FED_BACK', 1))).rejects.toBeInstanceOf(VersionConflict);
    expect((await tracesOf(id)).row).toMatchObject({ version: 2, state: 'RUNG' });
    expect(await recordDecision(pool, step('FED_BACK', 9))).toEqual({ version: 2, repeated: false });
    expect((await tracesOf(id)).row).toMatchObject({ version: 2, state: 'FED_BACK' });
    expect(await recordDecision(pool, step('FED_BACK', 9))).toEqual({ version: 2, repeated: true });
    // And once more from there.
    expect(await recordDecision(pool, step('RUNG', 12))).toEqual({ version: 2, repeated: false });
    expect((await tracesOf(id)).row).toMatchObject({ version: 2, state: 'RUNG' });
  });

  it('throws a conflict for a row that is not there, and for one of another tenant', async () => {
    const missing = randomUUID();
    await expect(recordDecision(database.pool('zx'), acceptance(missing))).rejects.toMatchObject({
      foundVersion: undefined,
    });
    const id = await born();
    const foreign = recordDecision(database.pool('ys'), { ...acceptance(id), subdistrictId: 'ys' });
    await expect(foreign).rejects.toMatchObject({ foundVersion: undefined });
    const disguised = recordDecision(database.pool('ys'), acceptance(id));
    await expect(disguised).rejects.toMatchObject({ foundVersion: undefined });
    expect((await tracesOf(id)).row).toMatchObject({ version: 1 });
  });

  it('lets exactly one of twenty rivals win', async () => {
    const id = await born();
    const rivals = Array.from({ length: 20 }, (_, n) => ({ ...acceptance(id), decisionId: `rival-${n}` }));
    const outcomes = await Promise.allSettled(rivals.map((rival) => recordDecision(database.pool('zx'), rival)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(VersionConflict);
    expect(await tracesOf(id)).toMatchObject({ row: { version: 2 }, timeline: ['blown', 'accepted'], events: 1 });
  });

  it('writes the same decision once when its retries overlap', async () => {
    const id = await born();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => recordDecision(database.pool('zx'), acceptance(id))),
    );
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await tracesOf(id)).toMatchObject({ timeline: ['blown', 'accepted'], events: 1 });
  });

  it('keeps arrays, JSON, instants and emptied columns as they are', async () => {
    const id = await born();
    const dueAt = Date.UTC(2026, 2, 9, 10);
    await recordDecision(database.pool('zx'), {
      ...acceptance(id),
      patch: {
        member_ids: ['ZX-M01', 'ZX-M02'],
        waiting_for: asJson([{ step: 'checkIn' }]),
        due_at: asInstant(dueAt),
        state: undefined,
      },
    });
    const read = async (): Promise<unknown> =>
      (
        await database.systemPool.query('SELECT state, member_ids, waiting_for, due_at FROM whistle WHERE id = $1', [
          id,
        ])
      ).rows[0];
    expect(await read()).toEqual({
      state: 'BLOWN',
      member_ids: ['ZX-M01', 'ZX-M02'],
      waiting_for: [{ step: 'checkIn' }],
      due_at: new Date(dueAt),
    });
    await recordDecision(database.pool('zx'), {
      ...acceptance(id, 2),
      decisionId: 'x',
      patch: { member_ids: [], due_at: null },
    });
    expect(await read()).toMatchObject({ member_ids: [], due_at: null });
  });

  it('writes further steps with the decision, and not when it is repeated', async () => {
    const id = await born();
    const dueAts = [Date.UTC(2026, 3, 1), Date.UTC(2026, 5, 1)].map(asInstant).map((date) => date.toISOString());
    const decision: Decision = {
      ...acceptance(id),
      also: [
        cte('look_backs')`INSERT INTO look_back (whistle_id, subdistrict_id, due_at)
          SELECT decided.id::uuid, decided.subdistrict_id, d FROM decided, unnest(${dueAts}::timestamptz[]) AS d`,
      ],
    };
    await recordDecision(database.pool('zx'), decision);
    await recordDecision(database.pool('zx'), decision);
    const { rowCount } = await database.systemPool.query('SELECT 1 FROM look_back WHERE whistle_id = $1', [id]);
    expect(rowCount).toBe(2);
  });

  it('puts the events of an aggregate into the outbox in the order of their sequence', async () => {
    const id = await born();
    await recordDecision(database.pool('zx'), { ...acceptance(id), events: [event(id), event(id), event(id)] });
    await recordDecision(database.pool('zx'), { ...acceptance(id, 2), decisionId: 'next' });
    const { rows } = await database.systemPool.query<{ sequence: number }>(
      "SELECT (envelope->>'sequence')::int AS sequence FROM outbox_event WHERE subject = $1 ORDER BY position",
      [id],
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual([200, 201, 202, 300]);
  });

  it('is undone with the transaction it is part of', async () => {
    const id = await born();
    const client = await database.pool('zx').connect();
    await client.query('BEGIN');
    await recordDecision(client, acceptance(id));
    await client.query('ROLLBACK');
    client.release();
    expect(await tracesOf(id)).toMatchObject({ row: { version: 1 }, events: 0 });
  });
});
