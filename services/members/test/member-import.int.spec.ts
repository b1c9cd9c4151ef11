import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@hsl/platform/clock';
import { startMembers, type MembersUnderTest } from './members-under-test.js';

const HEADER = '编号,姓名,界别,专长,级别,届次,负责社区';
const MONDAY = Date.UTC(2026, 10, 23, 2);
const DAY_MS = 86_400_000;

describe('members from the list of the committee', () => {
  let members: MembersUnderTest;
  beforeAll(async () => {
    members = await startMembers(['postgres'], 'api');
    members.app.get(Clock).now = () => MONDAY;
    await members.pool.query(
      `INSERT INTO known_community (subdistrict_id, id, name)
       SELECT 'zx', 'ZX' || lpad(n::text, 2, '0'), '社区' || n FROM generate_series(1, 14) n ON CONFLICT DO NOTHING`,
    );
  }, 60_000);
  afterAll(() => members.close());

  const admin = () => members.as('zx-admin', [{ role: 'admin' }]);
  const send = async (mode: string, ...lines: string[]) =>
    (
      await admin().post(`/api/members/import?mode=${mode}`, Buffer.from([HEADER, ...lines].join('\n')), {
        'content-type': 'text/csv',
      })
    ).body;
  const postings = async (id: string) =>
    (
      await members.pool.query(
        `SELECT community_id, first_day::text AS first, last_day::text AS last FROM area_assignment
         WHERE member_id = $1 ORDER BY first_day, community_id`,
        [id],
      )
    ).rows.map(({ community_id, first, last }) => [community_id, first, last]);

  it('are posted from today on; a member who moves keeps the posting before as history', async () => {
    const line = 'M31,王敏,教育,教育、矛盾调解,区级,2026-2031';
    expect(await send('apply', `${line},03、04`)).toMatchObject({ isApplied: true, added: 1, changed: 0 });
    expect(await postings('ZX-M31')).toEqual([
      ['ZX03', '2026-11-23', null],
      ['ZX04', '2026-11-23', null],
    ]);
    members.app.get(Clock).now = () => MONDAY + 7 * DAY_MS;
    expect(await send('preview', `${line},04、05`)).toMatchObject({ isApplied: false, added: 0, changed: 1 });
    expect(await send('apply', `${line},04、05`)).toMatchObject({ isApplied: true, added: 0, changed: 1 });
    expect(await postings('ZX-M31')).toEqual([
      ['ZX03', '2026-11-23', '2026-11-29'],
      ['ZX04', '2026-11-23', null],
      ['ZX05', '2026-11-30', null],
    ]);
    expect(await send('apply', `${line},05、04`)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    const { rows } = await members.pool.query(
      `SELECT envelope #> '{data,communityIds}' AS ids FROM outbox_event WHERE subject = 'ZX-M31' ORDER BY position`,
    );
    expect(rows.map(({ ids }) => ids)).toEqual([
      ['ZX03', 'ZX04'],
      ['ZX04', 'ZX05'],
    ]);
  });

  it('are found by the name they have now, whatever part of it is sought', async () => {
    const named = (name: string) => send('apply', `M32,${name},教育,教育,区级,2026-2031,06`);
    const found = async (text: string) =>
      (await admin().get(`/api/members?q=${encodeURIComponent(text)}`)).body['items'].map(
        ({ id }: { id: string }) => id,
      );
    await named('欧阳莲生Kim');
    expect(await Promise.all(['阳莲', '欧阳莲生', 'KIM', '莲阳'].map(found))).toEqual([
      ...[['ZX-M32'], ['ZX-M32'], ['ZX-M32'], []],
    ]);
    expect(await named('司徒莲生')).toMatchObject({ changed: 1 });
    expect(await Promise.all(['欧阳', '司徒', '莲生'].map(found))).toEqual([[], ['ZX-M32'], ['ZX-M32']]);
  });

  it('name what they cannot be: a skill and a level that do not exist, a community nobody knows', async () => {
    const body = await send(
      'apply',
      'M32,甲,教育,飞行,区级,2026-2031,03',
      'M33,乙,教育,法律,省级,2026-2031,03',
      'M34,丙,教育,法律,区级,2026-2031,99',
      'M35,丁,教育,法律,区级,2026-2031,01',
    );
    expect(body).toMatchObject({ isApplied: false, rows: 4, added: 1, faultCount: 3 });
    expect(body['faults']).toEqual([
      { line: 2, column: '专长', code: 'invalid', value: '飞行' },
      { line: 3, column: '级别', code: 'notAllowed', value: '省级' },
      { line: 4, column: '负责社区', code: 'unknown', value: '99' },
    ]);
    expect((await admin().get('/api/members/ZX-M35')).status).toBe(404);
  });
});
