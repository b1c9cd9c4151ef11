import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry, AuditVerification } from '@hsl/contracts/schemas/audit';
import type { EventFlow, PlatformHealth } from '@hsl/contracts/schemas/platform-health';
import type { AccountProposal, User, UserChanged } from '@hsl/contracts/schemas/users';
import { GatewayDatabase } from '../src/gateway-database.js';
import { GatewayUnderTest, type Gateway } from './gateway-under-test.js';

type Body = UserChanged &
  AuditVerification &
  User & { code: string; rule?: string; errors?: { field: string }[]; nextCursor?: string; password: string };

let platform: GatewayUnderTest;
let gateway: Gateway;

beforeAll(async () => {
  platform = await GatewayUnderTest.start();
  gateway = await platform.replica();
  await gateway.account('zx-admin', [{ role: 'admin' }]);
  await gateway.account('ys-admin', [{ role: 'admin' }]);
  await gateway.account('zx-auditor', [{ role: 'auditor' }]);
  await gateway.account('zx-deputy', [{ role: 'deputyLeader' }]);
  await gateway.account('zx-worker', [{ role: 'communityWorker', communityIds: ['ZX01'] }]);
});

afterAll(() => platform.stop());

const tokens = new Map<string, string>();
async function ask(who: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
  const token = tokens.get(who) ?? (await gateway.token(who));
  tokens.set(who, token);
  const answer = await gateway.call(method, path, { token, body });
  return { status: answer.status, body: answer.body as unknown as Body };
}
const list = async <Item>(who: string, path: string): Promise<Item[]> =>
  ((await ask(who, 'GET', path)).body as unknown as { items: Item[] }).items;
const worker = (communityId: string) => ({ role: 'communityWorker', communityIds: [communityId] });
const create = (who: string, body: object) => ask(who, 'POST', '/api/users', body);
const change = (who: string, user: Pick<User, 'id' | 'rightsVersion'>, body: object) =>
  ask(who, 'PATCH', `/api/users/${user.id}`, { rightsVersion: user.rightsVersion, ...body });

async function newWorker(userName: string): Promise<User & { password: string }> {
  const { status, body } = await create('zx-admin', { userName, name: '王敏', posts: [worker('ZX01')] });
  expect(status).toBe(201);
  return { ...body.user!, password: body.password };
}

describe('accounts', () => {
  it('are opened with a password that is told once, and told to the services', async () => {
    const { id, password } = await newWorker('zx-wang');
    const { body } = await gateway.signIn('zx-wang', password);
    expect(body.me).toMatchObject({ userId: id, subdistrictId: 'zx', posts: [worker('ZX01')] });
    const told = await gateway.app.get(GatewayDatabase).system.outboxEvent.findMany({ where: { subject: id } });
    expect(told.map(({ envelope }) => envelope)).toMatchObject([{ type: 'user.changed.v1', data: { userId: id } }]);
    const again = await create('zx-admin', { userName: 'zx-wang', name: '王敏', posts: [worker('ZX01')] });
    expect([again.status, again.body.code]).toEqual([409, 'userNameTaken']);
  });

  it.each<[string, object, string]>([
    ['a worker without a community', { posts: [{ role: 'communityWorker' }] }, 'posts.0.communityIds'],
    ['a handler without a department', { posts: [{ role: 'handler' }] }, 'posts.0.departmentId'],
    ['a partner key', { posts: [{ role: 'partnerKey' }] }, 'posts.0.role'],
    ['a keeper who also acts', { posts: [{ role: 'auditor' }, { role: 'liaisonOfficer' }] }, 'posts'],
    ['a user name with a space', { userName: 'zx wang' }, 'userName'],
  ])('refuse %s', async (_what, more, field) => {
    const { status, body } = await create('zx-admin', {
      userName: 'zx-li',
      name: '李',
      posts: [worker('ZX01')],
      ...more,
    });
    expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
  });

  it('are read and changed by administrators of the own subdistrict only', async () => {
    const { id } = await newWorker('zx-zhao');
    expect((await ask('zx-worker', 'GET', '/api/users')).status).toBe(403);
    expect((await ask('zx-deputy', 'GET', `/api/users/${id}`)).status).toBe(403);
    expect((await ask('ys-admin', 'GET', `/api/users/${id}`)).status).toBe(404);
    expect((await ask('ys-admin', 'PATCH', `/api/users/${id}`, { active: false, rightsVersion: 1 })).status).toBe(404);
  });

  it('are found by role, community, name and whether they are in use, page by page', async () => {
    await newWorker('zx-sun');
    const { body } = await create('zx-admin', { userName: 'zx-qian', name: '钱', posts: [worker('ZX02')] });
    await change('zx-admin', body.user!, { active: false });
    const names = async (query: string) =>
      (await list<User>('zx-admin', `/api/users?${query}`)).map((one) => one.userName);
    expect(await names('communityId=ZX02')).toEqual(['zx-qian']);
    expect(await names('active=false')).toEqual(['zx-qian']);
    expect(await names('role=auditor')).toEqual(['zx-auditor']);
    expect(await names('search=SUN')).toEqual(['zx-sun']);
    expect(await names('search=x-q')).toEqual(['zx-qian']);
    await change('zx-admin', { ...body.user!, rightsVersion: 2 }, { name: '钱欧阳' });
    expect(await names(`search=${encodeURIComponent('欧阳')}`)).toEqual(['zx-qian']);
    expect(await names(`search=${encodeURIComponent('阳钱')}`)).toEqual([]);
    const { body: first } = await ask('zx-admin', 'GET', '/api/users?limit=2');
    const all = await names('limit=100');
    expect(await names(`limit=2&cursor=${first.nextCursor}`)).toEqual(all.slice(2, 4));
    expect(all).not.toContain('ys-admin');
  });

  it('that change lose their tokens; who leaves cannot sign in', async () => {
    const { password, ...user } = await newWorker('zx-zhou');
    const token = (await gateway.signIn('zx-zhou', password)).body.accessToken;
    const moved = await change('zx-admin', user, { posts: [worker('ZX02')], name: '周' });
    expect(moved.body.user).toMatchObject({ name: '周', posts: [worker('ZX02')], rightsVersion: 2 });
    const stale = await change('zx-admin', user, { active: false });
    expect([stale.status, stale.body.code]).toEqual([409, 'accountChanged']);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await gateway.call('GET', '/api/me', { token })).status).toBe(401);
    expect((await change('zx-admin', moved.body.user!, { active: false })).status).toBe(200);
    expect((await gateway.signIn('zx-zhou', password)).status).toBe(401);
  });

  it('get a new password, and every session of the old one ends', async () => {
    const { id, password } = await newWorker('zx-wu');
    const { refreshToken } = (await gateway.signIn('zx-wu', password)).body;
    const { status, body } = await ask('zx-admin', 'POST', `/api/users/${id}/password`);
    expect(status).toBe(200);
    expect((await gateway.signIn('zx-wu', password)).status).toBe(401);
    expect((await gateway.signIn('zx-wu', body.password)).status).toBe(201);
    expect((await gateway.call('POST', '/api/sessions/refresh', { body: { refreshToken } })).status).toBe(401);
  });
});

describe('privileged roles', () => {
  const propose = (userName: string, reason: string | undefined) =>
    create('zx-admin', { userName, name: '郑', posts: [{ role: 'deputyLeader' }], reason });
  const decide = (who: string, id: string, verdict: string) =>
    ask(who, 'POST', `/api/account-proposals/${id}/decision`, { verdict });

  it('are given by two people: an administrator asks, a leader grants', async () => {
    expect((await propose('zx-zheng', undefined)).body.code).toBe('reasonMissing');
    const { status, body } = await propose('zx-zheng', '新任副组长');
    expect([status, body.user, body.proposal?.state]).toEqual([201, undefined, 'PROPOSED']);
    const { id } = body.proposal!;
    expect((await decide('zx-admin', id, 'approve')).body.code).toBe('roleNotAllowed');
    const waiting = await list<AccountProposal>('zx-deputy', '/api/account-proposals?state=PROPOSED');
    expect(waiting).toMatchObject([{ id, userName: 'zx-zheng', isNew: true, reason: '新任副组长' }]);
    const { body: granted } = await decide('zx-deputy', id, 'approve');
    expect(granted.proposal).toMatchObject({ state: 'APPROVED', decidedBy: 'zx-deputy' });
    expect((await gateway.signIn('zx-zheng', granted.password)).status).toBe(201);
    expect((await decide('zx-deputy', id, 'reject')).body.code).toBe('alreadyAnswered');
  });

  it('are taken by two people as well, and not by whom it is about', async () => {
    const [deputy] = await list<User>('zx-admin', '/api/users?search=zx-deputy');
    const { body } = await change('zx-admin', deputy!, { active: false, reason: '调离' });
    expect(body.user).toBeUndefined();
    expect((await decide('zx-deputy', body.proposal!.id, 'approve')).body).toMatchObject({ rule: 'notSelf' });
    expect((await gateway.signIn('zx-deputy')).status).toBe(201);
  });

  it('keep an administrator from the passwords of leaders', async () => {
    const reset = await ask('zx-admin', 'POST', '/api/users/zx-deputy/password');
    expect([reset.status, reset.body.code]).toEqual([403, 'roleNotAllowed']);
    await gateway.account('zx-auditor2', [{ role: 'auditor' }]);
    expect((await ask('zx-deputy', 'POST', '/api/users/zx-auditor2/password')).status).toBe(200);
  });
});

describe('the audit', () => {
  it('has a line of every act, with the role, and no secret', async () => {
    const { id, password } = await newWorker('zx-feng');
    const key = await gateway.call('POST', '/api/api-keys', {
      token: tokens.get('zx-admin'),
      body: { name: '热线', scopes: ['reports.read'], expiresAt: new Date(Date.now() + 86_400_000).toISOString() },
    });
    const [issued, opened] = await list<AuditEntry>('zx-admin', '/api/audit-entries?limit=2');
    expect(issued).toMatchObject({ action: 'apiKey.issued', subjectId: key.body.id, actorId: 'zx-admin' });
    expect(opened).toMatchObject({ action: 'user.created', subjectId: id, actorRole: 'admin' });
    expect(JSON.stringify([issued, opened])).not.toContain(password);
    expect(JSON.stringify([issued, opened])).not.toContain(key.body.key);
    const ofPerson = await list<AuditEntry>('zx-auditor', `/api/audit-entries?subjectId=${id}`);
    expect(ofPerson.map(({ action }) => action)).toEqual(['user.created']);
    expect(await list('zx-auditor', '/api/audit-entries?to=2020-01-01')).toEqual([]);
    expect((await ask('zx-worker', 'GET', '/api/audit-entries')).status).toBe(403);
    expect(await list('ys-admin', '/api/audit-entries')).toEqual([]);
  });

  it('is a chain that shows what was changed behind its back', async () => {
    const path = '/api/audit-entries/verification';
    expect((await ask('zx-admin', 'GET', path)).status).toBe(403);
    const { body: whole } = await ask('zx-auditor', 'GET', path);
    expect(whole).toMatchObject({ isWhole: true });
    expect(whole.entries).toBeGreaterThan(5);
    const { system } = gateway.app.get(GatewayDatabase);
    await system.auditEntry.updateMany({ where: { subdistrictId: 'zx', sequence: 2 }, data: { actorId: 'nobody' } });
    expect((await ask('zx-auditor', 'GET', path)).body).toMatchObject({ isWhole: false, brokenAt: 2 });
  });
});

describe('how the services stand', () => {
  it('is told to keepers, with what each depends on; who does not answer is down', async () => {
    const alone = await platform.replica({ SERVICE_URLS: JSON.stringify({ insight: 'http://127.0.0.1:9' }) });
    const token = tokens.get('zx-admin');
    const { body } = await alone.call('GET', '/api/platform-health', { token });
    const { services } = body as unknown as PlatformHealth;
    expect(services).toContainEqual({ service: 'insight', status: 'down', dependencies: [] });
    const own = services.find(({ service }) => service === 'gateway');
    expect(own?.status).toBe('up');
    expect(own?.dependencies.map(({ status }) => status)).toContain('up');
    const { status } = await alone.call('GET', '/api/platform-health', { token: tokens.get('zx-worker') });
    expect(status).toBe(403);
  });

  it('says that the broker is away, instead of telling that nothing waits and nothing failed', async () => {
    const path = '/api/platform-health/events';
    const { status, body } = await ask('zx-auditor', 'GET', path);
    const { at: _at, ...flow } = body as unknown as EventFlow & { serverNow: string };
    expect([status, flow]).toEqual([200, expect.objectContaining({ broker: 'down', reason: expect.any(String) })]);
    expect(Object.keys(flow)).not.toEqual(expect.arrayContaining(['lags']));
    expect(Object.keys(flow)).not.toEqual(expect.arrayContaining(['deadLetters']));
    expect((await ask('zx-worker', 'GET', path)).status).toBe(403);
  });
});
