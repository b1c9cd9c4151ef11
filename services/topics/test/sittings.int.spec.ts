import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { SESSION_FORMATS } from '@hsl/contracts/sessions';
import { NOW, SessionDesk, MINUTE_MS } from './session-desk.js';
import { Caller, TopicsService } from './topics-service.js';

let topics: TopicsService;
let desk: SessionDesk;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres', 'temporal']);
  for (const id of ['ZX01', 'ZX02', 'ZX03']) await topics.know(id, id);
  desk = new SessionDesk(topics);
}, 120_000);

afterAll(async () => {
  await topics?.stop();
});

const WANG = { residentName: '王建国', phoneTail: '0417', communityId: 'ZX01' };
const sixSeats = [
  { seat: 'partyOrganisation', userId: 'zx-head-01' },
  { seat: 'member', memberId: 'ZX-M01' },
  { seat: 'neighbourhoodCommittee', userId: 'zx-worker-01' },
  { seat: 'department', departmentId: 'ZX-CGJ' },
  { seat: 'resident', ...WANG },
  { seat: 'professional', userId: 'zx-expert-01' },
];

describe('the plan of a sitting', () => {
  it('[S21] [S97] has one of eight formats, on site, online or hybrid under one model', async () => {
    const id = await desk.onMatter();
    const modes = [];
    for (const format of SESSION_FORMATS) {
      const sitting = await desk.done(desk.member, `/${id}/sitting`, { ...NOW(), format }, 'put');
      modes.push(sitting.mode);
    }
    expect(modes).toEqual([...Array(5).fill('onSite'), 'online', 'hybrid', 'onSite']);
    expect(await desk.refused(desk.member, `/${id}/sitting`, { ...NOW(), format: 'seance' }, 'put')).toEqual([
      422,
      'validationFailed',
    ]);
  });

  it('needs an agenda, and a link to join online by; the light form needs neither', async () => {
    const id = await desk.onMatter();
    const plan = { ...NOW(), agenda: [] };
    expect(await desk.refused(desk.member, `/${id}/sitting`, plan, 'put')).toEqual([422, 'validationFailed']);
    const unlinked = { ...NOW(), onlineLink: undefined };
    expect(await desk.refused(desk.member, `/${id}/sitting`, unlinked, 'put')).toEqual([422, 'validationFailed']);
    const light = { ...NOW(), format: 'stoolTalk', agenda: [], onlineLink: undefined };
    expect(await desk.done(desk.member, `/${id}/sitting`, light, 'put')).toMatchObject({ version: 1, agenda: [] });
    expect(await desk.refused(desk.otherMember, `/${id}/sitting`, light, 'put')).toEqual([403, 'roleNotAllowed']);
    expect(await desk.refused(desk.stranger, `/${id}/sitting`, light, 'put')).toEqual([404, 'notFound']);
    expect(await desk.refused(desk.worker, `/${id}/sitting`, { ...NOW(), format: 'hall' }, 'put')).toEqual([
      409,
      'wrongState',
    ]);
  });

  it('takes place in a booked room, if the booking is not for another session', async () => {
    const [id, other] = [await desk.onMatter(), await desk.onMatter()];
    const [room] = await topics.rows(`SELECT id FROM room WHERE kind = 'deliberationHall' LIMIT 1`);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const times = { from: `${tomorrow}T02:00:00Z`, to: `${tomorrow}T03:00:00Z` };
    const wish = { roomId: room?.['id'], ...times, purpose: '协商会', sessionId: id };
    const booking = (await desk.liaison.post('/api/bookings', wish)).body;
    const plan = { ...NOW(), format: 'hall', bookingId: booking.id };
    expect(await desk.done(desk.liaison, `/${id}/sitting`, plan, 'put')).toMatchObject({ bookingId: booking.id });
    expect(await desk.refused(desk.liaison, `/${other}/sitting`, plan, 'put')).toEqual([422, 'unknownBooking']);
  });
});

describe('a thematic session', () => {
  it('is held on a topic without any whistle; a community holds stool talks only', async () => {
    const id = await desk.thematic();
    const session = await desk.get(desk.liaison, `/${id}`);
    expect(session).toMatchObject({ purpose: 'thematic', state: 'CONVENED', communityIds: ['ZX01', 'ZX02'] });
    expect(session.whistleId).toBeUndefined();
    const topicId = session.topicId as string;
    const own = { topicId, communityIds: ['ZX01'], ...NOW() };
    expect(await desk.refused(desk.worker, '', own)).toEqual([409, 'wrongState']);
    const stool = { ...own, format: 'stoolTalk' };
    expect(await desk.done(desk.worker, '', stool)).toMatchObject({ purpose: 'thematic' });
    const both = { ...stool, communityIds: ['ZX01', 'ZX03'] };
    expect((await desk.refused(desk.worker, '', both))[0]).not.toBe(201);
    expect(await desk.refused(desk.member, '', own)).toEqual([403, 'roleNotAllowed']);
    const { items } = await desk.get(desk.liaison, `?purpose=thematic&topicId=${topicId}&communityId=ZX02`);
    expect(items).toMatchObject([{ id }]);
  });
});

describe('a thematic session that is not held', () => {
  it('is cancelled with a reason, and who is invited is told; one on a matter is not', async () => {
    const id = await desk.thematic();
    await desk.done(desk.liaison, `/${id}/participants`, { seat: 'member', memberId: 'ZX-M01' });
    expect(await desk.refused(desk.liaison, `/${id}/cancellation`, {})).toEqual([422, 'validationFailed']);
    expect((await desk.refused(desk.otherMember, `/${id}/cancellation`, { reason: '不开了' }))[0]).toBe(403);
    const cancelled = await desk.done(desk.liaison, `/${id}/cancellation`, { reason: '场地漏水' });
    expect(cancelled).toMatchObject({ state: 'CANCELLED', version: 2 });
    expect(await desk.refused(desk.liaison, `/${id}/cancellation`, { reason: '再来' })).toEqual([
      409,
      'sessionNotOpen',
    ]);
    expect(await desk.refused(desk.resident, `/${id}/sign-ins`, WANG)).toEqual([401, 'notAuthenticated']);
    const told = await topics.rows(
      `SELECT envelope->'data'->>'memberId' AS member FROM outbox_event
       WHERE subject = $1 AND envelope->>'type' = 'sitting.calledOff.v1'`,
      id,
    );
    expect(told).toEqual([{ member: 'ZX-M01' }]);
    const matter = await desk.onMatter();
    expect(await desk.refused(desk.member, `/${matter}/cancellation`, { reason: '没空' })).toEqual([
      409,
      'sessionOwedToMatter',
    ]);
  });

  it('is convened once however often the request comes', async () => {
    const { topicId } = await desk.get(desk.liaison, `/${await desk.thematic()}`);
    const body = { topicId, communityIds: ['ZX03'], ...NOW() };
    const key = { 'idempotency-key': randomUUID() };
    const sent = [1, 2, 3].map(() => desk.liaison.post('/api/deliberations', body, key));
    const answers = await Promise.all(sent);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });
});

describe('after two dissatisfactions', () => {
  it('the lead department reads the session, signs in and speaks without an invitation', async () => {
    const id = await desk.onMatter('dissatisfied');
    await desk.done(desk.member, `/${id}/sitting`, { ...NOW(), openToAll: false }, 'put');
    expect(await desk.get(desk.head, `/${id}`)).toMatchObject({ leadDepartmentId: 'ZX-CGJ' });
    expect((await desk.handler.get(`/api/deliberations/${id}`)).status).toBe(404);
    expect(await desk.done(desk.head, `/${id}/sign-ins`, {})).toMatchObject({ seat: 'department', state: 'CAME' });
    await desk.done(desk.head, `/${id}/opinions`, { text: '二十个工作日内重铺' });
    const { actions } = await desk.get(desk.head, `/${id}`);
    const open = actions.filter((one: { allowed: boolean }) => one.allowed).map((one: { name: string }) => one.name);
    expect(open).toEqual(expect.arrayContaining(['session.giveOpinion', 'session.recordDissent']));
    expect(open).not.toContain('session.close');
  });

  it('a matter’s second sitting is planned anew after one without result', async () => {
    const id = await desk.onMatter();
    const stool = { ...NOW(), format: 'stoolTalk' };
    expect(await desk.get(desk.member, `/${id}`)).toMatchObject({
      sittings: [],
      actions: expect.arrayContaining([{ name: 'session.convene', allowed: true }]),
    });
    await desk.done(desk.member, `/${id}/sitting`, stool, 'put');
    const none = { outcome: 'none', problem: '加装电梯', nextStep: '再议', attendance: 9 };
    expect(await desk.done(desk.member, `/${id}/outcome`, none)).toMatchObject({ state: 'CONVENED', round: 2 });
    expect(await desk.done(desk.member, `/${id}/sitting`, stool, 'put')).toMatchObject({ round: 2, version: 1 });
  });
});

describe('the sessions of a week', () => {
  it('are those with a sitting in it', async () => {
    const day = (date: string, from: string, to: string) => ({
      ...{ startsAt: `2027-03-${date}T${from}:00Z`, endsAt: `2027-03-${date}T${to}:00Z` },
    });
    const inside = await desk.thematic(day('03', '01:00', '03:00'));
    await desk.thematic(day('10', '01:00', '03:00'));
    const week = new URLSearchParams({ from: '2027-03-01T00:00:00+08:00', to: '2027-03-08T00:00:00+08:00' });
    const { items } = await desk.get(desk.liaison, `?${week.toString()}`);
    expect(items).toMatchObject([
      { id: inside, sittings: [{ round: 1, format: 'hybrid', startsAt: '2027-03-03T01:00:00.000Z' }] },
    ]);
  });
});

describe('the people of a sitting', () => {
  it('[S24] are checked against six fixed seats and those concerned', async () => {
    const id = await desk.thematic();
    for (const one of sixSeats.slice(0, 5)) await desk.done(desk.liaison, `/${id}/participants`, one);
    const five = await desk.get(desk.liaison, `/${id}/sitting`);
    expect(five.seats).toEqual({ missingSeats: ['professional'], stakeholders: 0, complies: false });
    await desk.done(desk.liaison, `/${id}/participants`, sixSeats[5]!);
    const concerned = { seat: 'stakeholder', residentName: '赵敏' };
    await desk.done(desk.liaison, `/${id}/participants`, concerned);
    expect((await desk.get(desk.liaison, `/${id}/sitting`)).seats).toMatchObject({ missingSeats: [], complies: true });
    expect(await desk.refused(desk.liaison, `/${id}/participants`, sixSeats[4]!)).toEqual([409, 'alreadyInvited']);
    expect(await desk.refused(desk.liaison, `/${id}/participants`, { seat: 'member' })).toEqual([
      422,
      'validationFailed',
    ]);
    expect((await desk.refused(desk.otherMember, `/${id}/participants`, concerned))[0]).toBe(403);
    await topics.rows(`INSERT INTO participant_template VALUES ('zx', ARRAY['member', 'partyOrganisation'], 2)`);
    expect((await desk.get(desk.liaison, `/${id}/sitting`)).seats).toEqual({
      ...{ missingSeats: [], stakeholders: 1, complies: false },
    });
    await topics.rows('DELETE FROM participant_template');
  });

  it('accept or decline, are reminded unless they declined, and read the session they are invited to', async () => {
    const id = await desk.thematic();
    expect((await desk.head.get(`/api/deliberations/${id}`)).status).toBe(404);
    for (const one of sixSeats.slice(1, 5)) await desk.done(desk.liaison, `/${id}/participants`, one);
    expect(await desk.done(desk.head, `/${id}/response`, { accept: true })).toMatchObject({ state: 'ACCEPTED' });
    await desk.done(desk.member, `/${id}/response`, { accept: false });
    expect(await desk.refused(desk.handler, `/${id}/response`, { accept: true })).toEqual([403, 'notInvited']);
    expect((await desk.refused(desk.resident, `/${id}/response`, { accept: true }))[0]).toBe(401);
    expect(await desk.get(desk.head, `/${id}`)).toMatchObject({ id });
    expect((await desk.get(desk.head, '?purpose=thematic')).items.map((one: { id: string }) => one.id)).toContain(id);
    const reminded = await desk.done(desk.liaison, `/${id}/reminders`, {});
    expect(reminded).toMatchObject({ remindedAt: expect.any(String), attendance: { accepted: 1, declined: 1 } });
    const events = await topics.rows(
      `SELECT envelope->'data'->>'departmentId' AS unit FROM outbox_event
       WHERE subject = $1 AND envelope->>'type' = 'sitting.reminded.v1' ORDER BY position`,
      id,
    );
    expect(events).toHaveLength(3);
    expect(events.map(({ unit }) => unit)).toContain('ZX-CGJ');
  });

  it('[S68] sign in once each; named persons and heads are counted', async () => {
    const id = await desk.thematic();
    const { token } = await desk.done(desk.liaison, `/${id}/participants`, sixSeats[4]!);
    expect(await desk.refused(desk.resident, `/${id}/sign-ins`, WANG)).toEqual([409, 'invitationNeeded']);
    expect(await desk.done(desk.resident, `/${id}/sign-ins`, { token })).toMatchObject({ state: 'ACCEPTED' });
    expect(await desk.refused(desk.resident, `/${id}/sign-ins`, { token })).toEqual([409, 'alreadySignedIn']);
    expect(await desk.refused(desk.resident, `/${id}/sign-ins`, WANG)).toEqual([409, 'alreadySignedIn']);
    const li = { residentName: '李秀英', phoneTail: '2251' };
    const came = await Promise.all([1, 2, 3].map(() => desk.resident.post(`/api/deliberations/${id}/sign-ins`, li)));
    expect(came.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
    await desk.done(desk.liaison, `/${id}/heads`, { heads: 46 }, 'put');
    const { attendance } = await desk.get(desk.liaison, `/${id}/sitting`);
    expect(attendance).toMatchObject({ named: 2, heads: 46, invited: 1, quorum: 2, isQuorate: false });
  });

  it('an invited resident who forgot the invitation is signed in at the desk, and the old one is void', async () => {
    const id = await desk.thematic({ openToAll: false });
    const { token } = await desk.done(desk.liaison, `/${id}/participants`, sixSeats[4]!);
    const arrived = await desk.done(desk.liaison, `/${id}/sign-ins`, WANG);
    expect(arrived).toMatchObject({ seat: 'resident', state: 'ACCEPTED', isVoter: true });
    const said = { text: '我同意' };
    expect(await desk.refused(desk.resident, `/${id}/opinions`, { ...said, token })).toEqual([403, 'notInvited']);
    await desk.done(desk.resident, `/${id}/opinions`, { ...said, token: arrived.token });
  });

  it('[S69] departments are counted once, however many of their people came', async () => {
    const id = await desk.thematic();
    const of = (departmentId: string, userId?: string) => ({ seat: 'department', departmentId, userId });
    for (const one of [of('ZX-CGJ', 'zx-head-cgj'), of('ZX-CGJ', 'zx-handler-cgj'), of('ZX-XFD')])
      await desk.done(desk.liaison, `/${id}/participants`, one);
    const cgjHandler = topics.as({ userId: 'zx-handler-cgj', posts: [{ role: 'handler', departmentId: 'ZX-CGJ' }] });
    for (const caller of [desk.head, cgjHandler, desk.handler]) await desk.done(caller, `/${id}/sign-ins`, {});
    expect((await desk.get(desk.liaison, `/${id}/sitting`)).attendance).toMatchObject({ named: 3, departments: 2 });
  });

  it('come to a closed sitting only if invited, not before its time; names are for who runs it', async () => {
    const id = await desk.thematic({ openToAll: false });
    expect((await desk.refused(desk.resident, `/${id}/sign-ins`, WANG))[0]).toBe(401);
    expect((await desk.refused(desk.resident, `/${id}/sign-ins`, {}))[0]).toBe(401);
    const { token } = await desk.done(desk.liaison, `/${id}/participants`, sixSeats[4]!);
    const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS).toISOString();
    const plan = { ...NOW(), openToAll: false, startsAt: later(90), endsAt: later(180) };
    await desk.done(desk.liaison, `/${id}/sitting`, plan, 'put');
    expect(await desk.refused(desk.resident, `/${id}/sign-ins`, { token })).toEqual([409, 'sittingNotYet']);
    const names = async (caller: Caller) =>
      (await desk.get(caller, `/${id}/sitting`)).participants.map((one: { residentName?: string }) => one.residentName);
    expect([await names(desk.liaison), await names(desk.otherMember)]).toEqual([['王建国'], [undefined]]);
    const told = await topics.rows(`SELECT envelope::text FROM outbox_event WHERE subject = $1`, id);
    expect(told.length).toBeGreaterThan(1);
    expect(JSON.stringify(told)).not.toContain('王建国');
  });
});

it('the operations say what they take, answer and refuse', async () => {
  const { body } = await new Caller(topics.origin).get('/openapi.json');
  expect(apiFaults(body as ApiDocument).filter((fault) => fault.includes('/api/deliberations'))).toEqual([]);
});
