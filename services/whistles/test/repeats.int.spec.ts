import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WhistleAnswer } from '@hsl/contracts/schemas/whistle-view';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const FACTS = '2号楼楼道里电动车充电，从楼上拉电线下来';
const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX04', estateId: 'ZX-E02', facts: FACTS };
const DAY_MS = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

describe('whistles that repeat a concluded matter', () => {
  let harness: Harness;
  let people: Record<'wang' | 'head' | 'liaison' | 'deputy' | 'member', Caller>;
  beforeAll(async () => {
    harness = await openHarness();
    people = {
      wang: harness.as('zx-worker-04', worker('ZX04')),
      head: harness.as('zx-head-04', postOf('communityHead', { communityIds: ['ZX04'] })),
      liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')),
      deputy: harness.as('zx-deputy-leader1', postOf('deputyLeader')),
      member: harness.as('ys-1', postOf('member', { memberId: 'ZX-M01' })),
    };
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const blow = async (extra: object = {}) => {
    const { status, body } = await people.wang.post('/api/whistles', { ...BODY, ...extra });
    expect(status).toBe(201);
    return body as { id: string; number: string };
  };
  const END = 'UPDATE whistle SET state = $2, concluded_at = $3, master_id = $4 WHERE id = $1';
  /** As if it had been concluded then; its own way there is not what is looked at here. */
  const ended = async (concludedAt: string, state = 'LOOKING_BACK') => {
    const matter = await blow();
    await harness.pool.query(END, [matter.id, state, concludedAt, null]);
    return matter;
  };
  const link = (id: string, repeatOf: string, who: Caller = people.liaison, key?: string) =>
    who.post(`/api/whistles/${id}/repeat`, { repeatOf }, key ? { 'idempotency-key': key } : {});
  const read = async (id: string, who = people.liaison) => (await who.get(`/api/whistles/${id}`)).body;
  const told = async (id: string) => {
    const events = `SELECT envelope FROM outbox_event WHERE subject = $1 AND envelope ->> 'type' = 'whistle.repeatLinked.v1'`;
    return (await harness.pool.query(events, [id])).rows.map(({ envelope }) => envelope);
  };

  it('[4.5 repeat within 90 days of conclusion] is linked by a decision, seen in view and timeline, told as a fact', async () => {
    const earlier = await ended(daysAgo(40));
    const { id } = await blow();
    expect((await read(id)).actions).toContainEqual(
      expect.objectContaining({ name: 'whistle.linkRepeat', allowed: true }),
    );
    const linked = await link(id, earlier.id, people.liaison, 'r-1');
    expect([linked.status, linked.body]).toEqual([200, expect.objectContaining({ id, state: 'BLOWN', version: 2 })]);
    const again = await link(id, earlier.id, people.liaison, 'r-1');
    expect([again.status, again.body.version]).toEqual([200, 2]);

    const view = await read(id);
    expect([view.repeatOf, view.state]).toEqual([{ id: earlier.id, number: earlier.number }, 'BLOWN']);
    expect(WhistleAnswer.strict().safeParse(view).error).toBeUndefined();
    const { body: api } = await people.liaison.get('/openapi.json');
    expect(api.components.schemas.WhistleAnswer.properties.repeatOf.properties).toHaveProperty('number');
    expect(await read(id, people.wang)).toMatchObject({ repeatOf: { number: earlier.number } });
    expect(view.actions.find(({ name }: { name: string }) => name === 'whistle.linkRepeat').allowed).toBe(false);
    const texts = async (language: string) =>
      (await people.liaison.get(`/api/whistles/${id}/timeline`, { 'accept-language': language })).body.items
        .filter(({ kind }: { kind: string }) => kind === 'repeatLinked')
        .map(({ text }: { text: string }) => text);
    expect(await texts('zh')).toEqual([`认定为 ${earlier.number} 办结后的重复件`]);
    expect(await texts('en')).toEqual([`Found to repeat ${earlier.number}, which was concluded`]);
    const [event, ...more] = await told(id);
    expect(more).toEqual([]);
    expect(event.data).toMatchObject({ whistleId: id, repeatOf: earlier.id, repeatOfNumber: earlier.number });
    expect(JSON.stringify(event)).not.toContain(FACTS);
    expect((await people.liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' })).body.state).toBe('ASSIGNING');
    expect((await read(id)).repeatOf.id).toBe(earlier.id);
  });

  it('[4.5 repeat within 90 days of conclusion] counts the ninetieth day whole and the ninety-first not at all', async () => {
    const { id } = await blow();
    const { rows } = await harness.pool.query(
      `SELECT (date_trunc('day', blown_at AT TIME ZONE 'Asia/Shanghai') - interval '90 days')
         AT TIME ZONE 'Asia/Shanghai' AS midnight FROM whistle WHERE id = $1`,
      [id],
    );
    const midnight: number = rows[0].midnight.getTime();
    const onDay90 = await ended(new Date(midnight).toISOString());
    const onDay91 = await ended(new Date(midnight - 1).toISOString());
    const late = await link(id, onDay91.id);
    expect([late.status, late.body.code]).toEqual([422, 'repeatTooLate']);
    expect(late.body.errors).toEqual([expect.objectContaining({ field: 'repeatOf', code: 'repeatTooLate' })]);
    expect((await link(id, onDay90.id)).status).toBe(200);
  });

  it('goes by the days of the rules it was blown under', async () => {
    const { rows } = await harness.pool.query(
      `SELECT content FROM rule_set WHERE subdistrict_id = 'zx' AND version = 1`,
    );
    const content = { ...rows[0].content, thresholds: { ...rows[0].content.thresholds, repeatDays: 30 } };
    await harness.pool.query(
      `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by)
       VALUES ('zx', 77, now() + interval '1 year', $1, 'zx-group-leader')`,
      [JSON.stringify(content)],
    );
    const earlier = await ended(daysAgo(40));
    const { id } = await blow();
    await harness.pool.query('UPDATE whistle SET rule_set_version = 77 WHERE id = $1', [id]);
    expect((await link(id, earlier.id)).body.code).toBe('repeatTooLate');
  });

  it('is no repeat of itself, of what is open, was concluded after it, or never concluded', async () => {
    const { id } = await blow();
    const { id: open } = await blow();
    const others = await Promise.all([
      ended(daysAgo(-1)),
      ...['MERGED', 'NOT_ACCEPTED', 'WITHDRAWN'].map((state) => ended(daysAgo(20), state)),
    ]);
    for (const repeatOf of [id, open, ...others.map((one) => one.id)]) {
      const { status, body } = await link(id, repeatOf);
      expect([status, body.code, body.errors[0].field]).toEqual([422, 'notRepeatable', 'repeatOf']);
    }
    const unknown = await link(id, '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11');
    expect([unknown.status, unknown.body.code, unknown.body.errors[0].field]).toEqual([
      ...[422, 'unknownWhistle', 'repeatOf'],
    ]);
    expect((await link(id, 'nothing')).body.code).toBe('validationFailed');
    expect((await people.liaison.post(`/api/whistles/${id}/repeat`, {})).status).toBe(422);
    expect([(await read(id)).repeatOf, await told(id)]).toEqual([undefined, []]);
  });

  it('does not know of another subdistrict’s whistles', async () => {
    const foreign = await ended(daysAgo(40));
    await harness.pool.query(`UPDATE whistle SET subdistrict_id = 'other' WHERE id = $1`, [foreign.id]);
    const { id } = await blow();
    expect((await link(id, foreign.id)).body.code).toBe('unknownWhistle');
    expect((await link(foreign.id, id)).body.code).toBe('notFound');
  });

  it('is linked once, by a liaison officer only, while it is open', async () => {
    const [earlier, another] = [await ended(daysAgo(40)), await ended(daysAgo(30))];
    const { id } = await blow();
    for (const who of [people.wang, people.head, people.deputy]) {
      const { status, body } = await link(id, earlier.id, who);
      expect([status, body.code]).toEqual([403, 'roleNotAllowed']);
    }
    expect([403, 404]).toContain((await link(id, earlier.id, people.member)).status);
    expect((await link(id, earlier.id)).status).toBe(200);
    for (const again of [earlier, another]) {
      const { status, body } = await link(id, again.id);
      expect([status, body.code, body.state]).toEqual([409, 'repeatLinked', 'BLOWN']);
    }
    const { id: gone } = await blow();
    expect((await people.head.post(`/api/whistles/${gone}/withdrawal`, { reason: '误报' })).body.state).toBe(
      'WITHDRAWN',
    );
    const late = await link(gone, earlier.id);
    expect([late.status, late.body.code, late.body.state]).toEqual([409, 'wrongState', 'WITHDRAWN']);
  });

  it('[4.5 repeat within 90 days of conclusion] makes its category a candidate for the theme of a month with the third', async () => {
    const candidates = async () =>
      (await people.liaison.get('/api/monthly-themes/candidates?month=2027-03')).body.items;
    const earlier = await ended(daysAgo(6));
    const linked = [];
    for (const day of ['01', '15', '31']) {
      expect(await candidates()).toEqual([]);
      const { id } = await blow();
      expect((await link(id, earlier.id)).status).toBe(200);
      await harness.pool.query('UPDATE whistle SET blown_at = $2 WHERE id = $1', [id, `2027-03-${day}T02:00:00Z`]);
      linked.unshift(id);
    }
    const [candidate, ...others] = await candidates();
    expect(others).toEqual([]);
    expect(candidate).toMatchObject({ categoryCode: 'C1', repeats: 3 });
    expect(candidate.whistles.map(({ id }: { id: string }) => id)).toEqual(linked);
    expect(candidate.whistles[0].repeatOf).toBe(earlier.id);
  });

  it('is suggested beside a whistle until it is linked, a merged one by the matter that went on for it', async () => {
    const place = { estateId: undefined, place: '建设街菜市场东门', facts: '东门垃圾成堆，没人清运' };
    const similar = async (id: string) => (await people.liaison.get(`/api/whistles/${id}/similar`)).body.items;
    const open = await blow({ ...place, facts: '路面破损', place: '建设街十字路口' });
    const done = await blow({ ...place, facts: '路灯不亮', place: '建设街菜市场西门' });
    await harness.pool.query(END, [done.id, 'CONCLUDED', daysAgo(40), null]);
    const intoDone = await blow(place);
    const { id } = await blow(place);
    expect((await similar(id)).map((one: { id: string }) => one.id)).toEqual([intoDone.id]);
    await harness.pool.query(END, [intoDone.id, 'MERGED', null, done.id]);
    const [repeat, ...more] = await similar(id);
    expect(more).toEqual([]);
    expect(repeat).toMatchObject({ id: done.id, number: done.number, kind: 'repeat', state: 'CONCLUDED' });
    expect(repeat.through).toEqual({ id: intoDone.id, number: intoDone.number });

    await harness.pool.query(END, [done.id, 'MERGED', null, open.id]);
    expect(await similar(id)).toEqual([
      expect.objectContaining({
        id: open.id,
        kind: 'duplicate',
        through: { id: intoDone.id, number: intoDone.number },
      }),
    ]);
    await harness.pool.query(END, [done.id, 'CONCLUDED', daysAgo(40), null]);
    expect((await link(id, done.id)).status).toBe(200);
    expect(await similar(id)).toEqual([]);
  });
});
