import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Colleagues } from '@hsl/contracts/schemas/colleagues';
import type { Post } from '@hsl/contracts/roles';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { GatewayUnderTest, type Gateway } from './gateway-under-test.js';

let platform: GatewayUnderTest;
let gateway: Gateway;

const STAFF: Post[] = [
  { role: 'communityWorker', communityIds: ['ZX01'] },
  { role: 'communityHead', communityIds: ['ZX01'] },
  { role: 'liaisonOfficer' },
  { role: 'handler', departmentId: 'ZX-CGJ' },
  { role: 'deputyHead', departmentId: 'ZX-CGJ' },
  { role: 'head', departmentId: 'ZX-CGJ' },
  { role: 'deputyLeader' },
  { role: 'groupLeader' },
  { role: 'admin' },
  { role: 'auditor' },
];
const OTHERS: Post[] = [{ role: 'member', memberId: 'ZX-M01' }, { role: 'expert' }, { role: 'districtCommittee' }];
const idOf = ({ role }: Post): string => `zx-${role.toLowerCase()}`;

beforeAll(async () => {
  platform = await GatewayUnderTest.start();
  gateway = await platform.replica();
  for (const post of [...STAFF, ...OTHERS]) await gateway.account(idOf(post), [post]);
  await gateway.account('zx-left', [{ role: 'liaisonOfficer' }, { role: 'handler', departmentId: 'ZX-CGJ' }], false);
  await gateway.account('ys-liaison', [{ role: 'liaisonOfficer' }]);
}, 60_000);

afterAll(() => platform?.stop());

const ask = async (who: string, ids: string) =>
  gateway.call('GET', `/api/colleagues?ids=${encodeURIComponent(ids)}`, { token: await gateway.token(who) });

describe('who an account id is', () => {
  it.each(STAFF.map(idOf))('%s is told name and roles, nothing else, also of who has left', async (who) => {
    const { status, body } = await ask(who, 'zx-left, zx-admin,nobody,zx-left');
    expect(status).toBe(200);
    const items = [
      { id: 'zx-admin', name: '测试', roles: ['admin'] },
      { id: 'zx-left', name: '测试', roles: ['liaisonOfficer', 'handler'] },
    ];
    const told = Colleagues.parse(body).items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    expect(told).toEqual(items);
    expect((body['items'] as object[]).flatMap((one) => Object.keys(one).toSorted())).toEqual([
      ...['id', 'name', 'roles'],
      ...['id', 'name', 'roles'],
    ]);
  });

  it.each(OTHERS.map(idOf))('%s is told nothing', async (who) => {
    const { status, body } = await ask(who, 'zx-admin');
    expect([status, body['code']]).toEqual([403, 'roleNotAllowed']);
  });

  it('is told to nobody without an account, and of no other subdistrict', async () => {
    expect((await gateway.call('GET', '/api/colleagues?ids=zx-admin')).status).toBe(401);
    expect((await ask('zx-auditor', 'ys-liaison')).body['items']).toEqual([]);
    expect((await ask('ys-liaison', 'zx-admin,ys-liaison')).body['items']).toHaveLength(1);
  });

  it('is asked of a hundred at most', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, n) => `zx-r${n}`).join();
    expect((await ask('zx-admin', ids(100))).status).toBe(200);
    expect((await ask('zx-admin', ids(101))).status).toBe(422);
    expect((await ask('zx-admin', '')).status).toBe(422);
    expect((await ask('zx-admin', 'x'.repeat(41))).status).toBe(422);
  });

  it('says how it answers and refuses', async () => {
    const { paths, components } = (await gateway.call('GET', '/openapi.json')).body as unknown as ApiDocument;
    const own = Object.fromEntries(Object.entries(paths).filter(([path]) => path === '/api/colleagues'));
    expect(Object.keys(own)).toHaveLength(1);
    expect(apiFaults({ paths: own, components })).toEqual([]);
  });
});
