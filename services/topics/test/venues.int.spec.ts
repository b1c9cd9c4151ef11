import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { toIso } from '@hsl/contracts/instants';
import { Booking, RoomCalendar } from '@hsl/contracts/schemas/bookings';
import { Room, VenueDetails, VenuePage } from '@hsl/contracts/schemas/venues';
import { DAY_MS, dayOf, instantOn, MINUTE_MS } from '@hsl/domain/calendar-day';
import { minutesOf } from '@hsl/domain/opening-hours';
import { TopicsService, type Answer, type Caller } from './topics-service.js';

let topics: TopicsService;
let admin: Caller;
let liaison: Caller;
let worker: Caller;
let otherWorker: Caller;
let member: Caller;
let handler: Caller;
let stranger: Caller;
let rooms: Record<string, string>;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres']);
  admin = topics.as({ userId: 'zx-admin', posts: [{ role: 'admin' }] });
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
  otherWorker = topics.as({ userId: 'zx-worker-03', posts: [{ role: 'communityWorker', communityIds: ['ZX03'] }] });
  member = topics.as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01', communityIds: [] }] });
  handler = topics.as({ userId: 'zx-handler', posts: [{ role: 'handler', departmentId: 'ZX-CGJ' }] });
  stranger = topics.as({ userId: 'ys-liaison1', subdistrictId: 'ys', posts: [{ role: 'liaisonOfficer' }] });
  for (const id of ['ZX01', 'ZX03']) await topics.know(id, id);
  const centre = await theCentre();
  rooms = Object.fromEntries(centre.rooms.map(({ name, id }) => [name, id]));
}, 120_000);

afterAll(async () => {
  await topics?.stop();
});

/** That clock time in Shanghai, so many days from today. */
const on = (days: number, clockTime: string): string =>
  toIso(instantOn(dayOf(Date.now() + days * DAY_MS), minutesOf(clockTime) * MINUTE_MS));
const wish = (roomId: string | undefined, days: number, from: string, to: string) => ({
  ...{ roomId, from: on(days, from), to: on(days, to), purpose: '停车问题协商会' },
});
const statusOf = ({ status, body }: Answer) => [status, body.code];
const booked = async (caller: Caller, body: object): Promise<Booking> => {
  const answer = await caller.post('/api/bookings', body);
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 201 });
  return Booking.parse(answer.body);
};
const idsOf = async (caller: Caller, query: string): Promise<string[]> =>
  (await caller.get(`/api/bookings?${query}`)).body.items.map(({ id }: { id: string }) => id);
const theCentre = async (caller = member): Promise<VenueDetails> => {
  const [found] = (await caller.get('/api/venues?kind=centre')).body.items;
  return VenueDetails.parse((await caller.get(`/api/venues/${found.id}`)).body);
};

describe('venues', () => {
  it('[S18] [S19] the centre has an address, opening hours, a member home and a deliberation hall', async () => {
    const centre = await theCentre();
    expect(centre).toMatchObject({ name: '金裕中心', kind: 'centre', active: true, address: expect.any(String) });
    expect(centre.openingHours).toContainEqual({ weekday: 7, opens: '08:30', closes: '21:00' });
    expect(centre.rooms.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual([
      'deliberationHall 协商议事厅',
      'functionRoom 健身房',
      'functionRoom 棋牌室',
      'functionRoom 瑜伽室',
      'memberHome 委员之家',
    ]);
  });

  it('[S17] the centre has a code to hang up, printed with its address and opening hours', async () => {
    const { id: venueId, address } = await theCentre();
    const point = { kind: 'venue', place: '一层大厅', communityId: 'ZX01', venueId };
    const elsewhere = await admin.post('/api/qr-points', { ...point, venueId: randomUUID() });
    expect([elsewhere.status, elsewhere.body.errors[0].field]).toEqual([422, 'venueId']);
    const wrongKind = await admin.post('/api/qr-points', { ...point, kind: 'noticeBoard' });
    expect([wrongKind.status, wrongKind.body.errors[0].field]).toEqual([422, 'venueId']);
    const made = await admin.post('/api/qr-points', point);
    expect([made.status, made.body.venueId]).toEqual([201, venueId]);
    const sheet = await liaison.text(`/api/qr-points/${made.body.id}/sheet`);
    for (const told of ['<svg', `/q/${made.body.code}`, '金裕中心', address, '周日 08:30–21:00']) {
      expect(sheet).toContain(told);
    }
    const form = await handler.get(`/api/qr-points/codes/${made.body.code}`);
    expect(form.body).toMatchObject({ kind: 'venue', place: '一层大厅', communityId: 'ZX01' });
  });

  it('[S112] [S113] a pavilion and a square are venues of their own kind, page by page', async () => {
    const first = VenuePage.parse((await handler.get('/api/venues?limit=2')).body);
    const second = VenuePage.parse((await handler.get(`/api/venues?limit=2&cursor=${first.nextCursor}`)).body);
    expect([...first.items, ...second.items].map(({ kind }) => kind).toSorted()).toEqual([
      'centre',
      'pavilion',
      'square',
    ]);
    expect((await member.get('/api/venues?kind=square')).body.items).toMatchObject([{ name: '协商议事广场' }]);
  });

  it('are made by the seed once', async () => {
    expect((await topics.seed('zx')).venues).toBe(0);
    expect(await topics.rows('SELECT count(*)::int FROM venue')).toEqual([{ count: 6 }]);
  });

  it('are opened and changed by the administrator, who changes only what is as it was seen', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { kind: 'pavilion', name: '聂寨议事亭', address: '聂寨', communityId: 'ZX01', openingHours: [] };
    expect(statusOf(await liaison.post('/api/venues', body))).toEqual([403, 'roleNotAllowed']);
    expect(statusOf(await admin.post('/api/venues', { ...body, communityId: 'ZX99' }))).toEqual([
      422,
      'unknownCommunity',
    ]);
    const [one, again] = [await admin.post('/api/venues', body, key), await admin.post('/api/venues', body, key)];
    expect([one.status, again.body.id]).toEqual([201, one.body.id]);
    const path = `/api/venues/${one.body.id}`;
    const room = await admin.post(`${path}/rooms`, { kind: 'deliberationHall', name: '亭', capacity: 8 });
    expect(Room.parse(room.body)).toMatchObject({ venueId: one.body.id, active: true });
    const changed = await admin.patch(path, { name: '聂寨协商议事亭' }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ version: 2, name: '聂寨协商议事亭', address: '聂寨' });
    expect(statusOf(await admin.patch(path, { active: false }, { 'if-match': '"1"' }))).toEqual([
      412,
      'preconditionFailed',
    ]);
    expect((await liaison.patch(`/api/rooms/${room.body.id}`, { active: false })).status).toBe(403);
    expect((await admin.patch(`/api/rooms/${room.body.id}`, { active: false })).body).toMatchObject({ active: false });
    expect(statusOf(await worker.post('/api/bookings', wish(room.body.id, 1, '09:00', '10:00')))).toEqual([
      422,
      'outsideOpeningHours',
    ]);
    await admin.patch(path, { openingHours: (await theCentre()).openingHours });
    expect(statusOf(await worker.post('/api/bookings', wish(room.body.id, 1, '09:00', '10:00')))).toEqual([
      409,
      'roomClosed',
    ]);
    await admin.patch(`/api/rooms/${room.body.id}`, { active: true });
    expect((await otherWorker.post('/api/bookings', wish(room.body.id, 1, '09:00', '10:00'))).status).toBe(403);
    await booked(worker, wish(room.body.id, 1, '09:00', '10:00'));
  });

  it('are described to programs, with an example of every body', async () => {
    const { body } = await member.get('/openapi.json');
    const paths = Object.entries((body as ApiDocument).paths).filter(([path]) => /venues|rooms|bookings/.test(path));
    expect(paths.map(([path]) => path).toSorted()).toEqual([
      '/api/bookings',
      '/api/bookings/{id}',
      '/api/bookings/{id}/cancellation',
      '/api/rooms/{id}',
      '/api/rooms/{id}/calendar',
      '/api/venues',
      '/api/venues/public',
      '/api/venues/{id}',
      '/api/venues/{id}/rooms',
    ]);
    expect(apiFaults({ ...(body as ApiDocument), paths: Object.fromEntries(paths) })).toEqual([]);
  });

  it('are kept from another subdistrict', async () => {
    expect((await stranger.get(`/api/venues/${(await theCentre()).id}`)).status).toBe(404);
    expect((await stranger.get(`/api/rooms/${rooms['瑜伽室']}`)).status).toBe(404);
    expect(statusOf(await stranger.post('/api/bookings', wish(rooms['瑜伽室'], 2, '09:00', '10:00')))).toEqual([
      422,
      'unknownRoom',
    ]);
  });
});

describe('bookings', () => {
  it('[S20] of ten at once for one time exactly one succeeds, the others hear what is free nearby', async () => {
    const body = wish(rooms['棋牌室'], 3, '09:00', '10:00');
    const callers = [worker, otherWorker, member, liaison, worker, member, liaison, otherWorker, worker, member];
    const answers = await Promise.all(callers.map((caller) => caller.post('/api/bookings', body)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array(9).fill(409)]);
    const taken = answers.find(({ status }) => status === 409);
    expect(taken?.body).toMatchObject({ code: 'roomTaken', alternatives: expect.any(Array) });
    expect(taken?.body.alternatives[0]).toEqual({ from: on(3, '10:00'), to: on(3, '11:00') });
    const [{ count }] = (await topics.rows(
      `SELECT count(*)::int FROM booking WHERE room_id = $1 AND state = 'BOOKED' AND starts_at = $2`,
      ...[rooms['棋牌室'], body.from],
    )) as [{ count: number }];
    const events = await topics.rows(
      `SELECT 1 FROM outbox_event WHERE envelope ->> 'type' = 'booking.made.v1' AND envelope -> 'data' ->> 'roomId' = $1`,
      rooms['棋牌室'],
    );
    expect([count, events.length]).toEqual([1, 1]);
  });

  it('[S20] may touch but not overlap, not even if somebody goes around the service', async () => {
    const room = rooms['瑜伽室'];
    const one = await booked(worker, wish(room, 3, '09:00', '10:00'));
    await booked(member, wish(room, 3, '10:00', '11:00'));
    await booked(liaison, wish(room, 3, '08:30', '09:00'));
    expect(statusOf(await member.post('/api/bookings', wish(room, 3, '09:30', '10:30')))).toEqual([409, 'roomTaken']);
    await booked(member, wish(rooms['健身房'], 3, '09:30', '10:30'));
    const copy = `INSERT INTO booking SELECT (b.r).* FROM (SELECT jsonb_populate_record(booking,
      jsonb_build_object('id', gen_random_uuid())) AS r FROM booking WHERE id = $1) b`;
    await expect(topics.rows(copy, one.id)).rejects.toThrow('booking_no_overlap');
  });

  it('are cancelled by who made them, or by the liaison officer with the reason; then the room is free', async () => {
    const body = wish(rooms['健身房'], 4, '09:00', '10:00');
    const { id } = await booked(worker, body);
    const path = `/api/bookings/${id}/cancellation`;
    expect((await member.post(path, {})).status).toBe(403);
    expect(statusOf(await liaison.post(path, {}))).toEqual([422, 'reasonMissing']);
    expect((await stranger.post(path, { reason: 'x' })).status).toBe(404);
    expect(statusOf(await worker.post(path, {}, { 'if-match': '"7"' }))).toEqual([412, 'preconditionFailed']);
    const key = { 'if-match': '"1"', 'idempotency-key': randomUUID() };
    const done = await liaison.post(path, { reason: '设备检修' }, key);
    expect(done.body).toMatchObject({ state: 'CANCELLED', version: 2, cancelledBy: 'zx-liaison1' });
    expect((await liaison.post(path, { reason: '设备检修' }, key)).body.version).toBe(2);
    const late = await worker.post(path, {});
    expect([...statusOf(late), late.body.state]).toEqual([409, 'wrongState', 'CANCELLED']);
    await booked(member, body);
    const events = await topics.rows('SELECT envelope FROM outbox_event WHERE subject = $1 ORDER BY position', id);
    expect(events.map(({ envelope }) => (envelope as { type: string }).type)).toEqual([
      'booking.made.v1',
      'booking.cancelled.v1',
    ]);
    expect(JSON.stringify(events)).not.toContain('检修');
  });

  it('are refused in the past, outside the opening hours, too long, and too far ahead', async () => {
    const room = rooms['协商议事厅'];
    const cases: [number, string, string, string][] = [
      [-1, '09:00', '10:00', 'bookingInThePast'],
      [3, '20:30', '21:30', 'outsideOpeningHours'],
      [3, '08:30', '20:45', 'bookingTooLong'],
      [3, '09:00', '09:05', 'bookingTooShort'],
      [3, '10:00', '09:00', 'bookingTooShort'],
      [200, '09:00', '10:00', 'bookingTooFarAhead'],
    ];
    for (const [days, from, to, code] of cases) {
      expect(statusOf(await member.post('/api/bookings', wish(room, days, from, to)))).toEqual([422, code]);
    }
    const unknown = { ...wish(room, 3, '09:00', '10:00'), sessionId: randomUUID() };
    expect(statusOf(await member.post('/api/bookings', unknown))).toEqual([422, 'unknownSession']);
    expect(statusOf(await handler.post('/api/bookings', wish(room, 3, '09:00', '10:00')))).toEqual([
      403,
      'roleNotAllowed',
    ]);
  });

  it('may cross midnight where the venue is open until then and from then on', async () => {
    const nights = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
      { weekday, opens: '00:00', closes: '02:00' },
      { weekday, opens: '18:00', closes: '24:00' },
    ]);
    const venue = await admin.post('/api/venues', {
      kind: 'square',
      name: '夜市',
      address: '江边',
      openingHours: nights,
    });
    const room = await admin.post(`/api/venues/${venue.body.id}/rooms`, {
      kind: 'functionRoom',
      name: '台',
      capacity: 90,
    });
    const night = { ...wish(room.body.id, 3, '23:00', '24:00'), to: on(4, '01:00') };
    await booked(worker, night);
    expect(
      statusOf(await worker.post('/api/bookings', { ...night, from: on(4, '01:00'), to: on(4, '02:30') })),
    ).toEqual([422, 'outsideOpeningHours']);
    const calendar = await worker.get(
      `/api/rooms/${room.body.id}/calendar?from=${on(3, '12:00')}&to=${on(4, '12:00')}`,
    );
    expect(RoomCalendar.parse(calendar.body)).toMatchObject({
      free: [
        { from: on(3, '18:00'), to: on(3, '23:00') },
        { from: on(4, '01:00'), to: on(4, '02:00') },
      ],
      taken: [{ from: on(3, '23:00'), to: on(4, '01:00') }],
    });
  });

  it('take effect once for a key, also when sent twice at the same moment', async () => {
    const body = wish(rooms['协商议事厅'], 5, '09:00', '10:00');
    const key = { 'idempotency-key': randomUUID() };
    const [one, two] = await Promise.all([1, 2].map(() => member.post('/api/bookings', body, key)));
    expect([one?.status, two?.status, two?.body.id]).toEqual([201, 201, one?.body.id]);
    const other = await member.post('/api/bookings', { ...body, purpose: '另一件事' }, key);
    expect(statusOf(other)).toEqual([409, 'idempotencyKeyReused']);
  });

  it('are listed to who made them and to the liaison officer; others see only that the room is taken', async () => {
    const room = rooms['委员之家'];
    const mine = await booked(member, wish(room, 6, '09:00', '10:00'));
    const theirs = await booked(worker, wish(room, 6, '11:00', '12:00'));
    expect(await idsOf(member, `roomId=${room}`)).toEqual([mine.id]);
    expect(await idsOf(liaison, `roomId=${room}`)).toEqual([theirs.id, mine.id]);
    expect(await idsOf(admin, `roomId=${room}&to=${on(6, '10:30')}`)).toEqual([mine.id]);
    expect(await idsOf(handler, `roomId=${room}`)).toEqual([]);
    expect(await idsOf(stranger, '')).toEqual([]);
    const { body } = await liaison.get(`/api/bookings?roomId=${room}&limit=1`);
    expect(await idsOf(liaison, `roomId=${room}&cursor=${body.nextCursor}`)).toEqual([mine.id]);
    expect((await member.get(`/api/bookings/${theirs.id}`)).status).toBe(404);
    const day = `/api/rooms/${room}/calendar?from=${on(6, '00:00')}&to=${on(7, '00:00')}`;
    const { taken } = RoomCalendar.parse((await member.get(day)).body);
    expect(taken.map(({ bookingId, purpose }) => [bookingId, purpose])).toEqual([
      [mine.id, '停车问题协商会'],
      [undefined, undefined],
    ]);
    expect(
      statusOf(await member.get(`/api/rooms/${room}/calendar?from=${on(1, '00:00')}&to=${on(40, '00:00')}`)),
    ).toEqual([422, 'validationFailed']);
  });
});
