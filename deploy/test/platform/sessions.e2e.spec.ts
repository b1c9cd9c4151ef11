import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CASES } from '@hsl/deploy/demo/cases';
import { Names } from '@hsl/deploy/demo/names';
import { Narrator } from '@hsl/deploy/demo/narrator';
import { PARTS, People } from '@hsl/deploy/demo/people';
import { playCase } from '@hsl/deploy/demo/play-case';
import { eventually, send, type Answer } from './client.js';
import { openPlatform, type Platform } from './platform.js';
import { story, type Story } from './story.js';

const MINUTE_MS = 60_000;
/** Slow enough for no clock to come in between. */
const DAY_IN_FIVE_MINUTES = 288;

interface ParkingMatter {
  id: string;
  communityId: string;
  topicId?: string;
}

interface Photos {
  items: { mediaType: string; width: number; final: boolean }[];
}
const PHOTO = { mediaType: expect.stringMatching(/^image\//), width: 320 };

const at = (minutes: number): string => new Date(Date.now() + minutes * MINUTE_MS).toISOString();

describe('sessions', () => {
  let platform: Platform;
  let tale: Story;
  beforeAll(async () => {
    platform = await openPlatform();
    tale = story(platform);
  }, 4 * MINUTE_MS);
  afterAll(() => platform.close(), MINUTE_MS);

  /** As a resident's phone: no account, no token of the gateway. */
  const phone = (method: string, path: string, body?: object): Promise<Answer> =>
    send(`${platform.origin}/api/deliberations${path}`, method, body);
  const noticed = (who: string, kind: string) =>
    eventually(`${who} is told ${kind}`, async () => {
      const { items } = tale.ok('notices', await tale.as(who).get('/api/inbox'));
      return items.find((one: { kind: string }) => one.kind === kind);
    });

  it(
    'on a topic: a member is invited, a resident takes part by phone without an account, the communities tell the result',
    async () => {
      const { items } = tale.ok('topics', await tale.as('liaison1').get('/api/topics'));
      const plan = { format: 'online', startsAt: at(-5), endsAt: at(60), openToAll: true, agenda: ['停车'] };
      const body = {
        topicId: items[0].id,
        communityIds: ['ZX01'],
        ...plan,
        onlineLink: 'https://meeting.example.cn/1',
      };
      const { id } = tale.ok('convene', await tale.as('liaison1').post('/api/deliberations', body));
      const path = `/api/deliberations/${id}`;
      const invite = (who: object) => tale.as('liaison1').post(`${path}/participants`, who);
      tale.ok('invite', await invite({ seat: 'member', memberId: 'ZX-M01' }));
      await noticed('member-01', 'sessionInvitation');
      tale.ok('accept', await tale.as('member-01').post(`${path}/response`, { accept: true }));
      tale.ok('sign in', await tale.as('member-01').post(`${path}/sign-ins`));
      const { token } = tale.ok('invite', await invite({ seat: 'resident', residentName: '王建国' }));
      tale.ok('sign in', await phone('POST', `/${id}/sign-ins`, { token }));
      const motion = tale.ok('motion', await tale.as('liaison1').post(`${path}/motions`, { text: '北侧建棚' }));
      const room = tale.ok('join', await phone('POST', `/${id}/joining`, { token }));
      expect(room).toMatchObject({ mode: 'online', onlineLink: body.onlineLink, motions: [{ text: '北侧建棚' }] });
      tale.ok('vote', await phone('POST', `/${id}/motions/${motion.id}/votes`, { choice: 'for', token }));
      tale.ok('speak', await phone('POST', `/${id}/opinions`, { text: '早点建', token }));
      expect((await phone('GET', `/${id}/minutes`)).status).toBe(401);
      const agreed = { outcome: 'consensus', problem: '停车难', consensus: '北侧建棚' };
      tale.ok('close', await tale.as('liaison1').post(`${path}/outcome`, agreed));
      tale.ok('publish', await tale.as('liaison1').post(`${path}/publication`, { result: '北侧建棚，六月完工。' }));
      const published = await phone('GET', `/${id}/publication`);
      expect(published.body).toMatchObject({ result: '北侧建棚，六月完工。', motions: [{ for: 1 }], opinions: [] });
      await noticed('worker-01', 'sessionResultToTell');
    },
    3 * MINUTE_MS,
  );

  it(
    'on a whistle: its history says that the result was published, which is found by the whistle',
    async () => {
      const whistle = await tale.blow();
      await tale.accept(whistle.id);
      await tale.checkIn(whistle.id);
      const convene = { subject: '东门怎么停' };
      tale.ok('convene', await tale.as('member-01').post(`/api/whistles/${whistle.id}/sessions`, convene));
      const session = await eventually('its session', async () => {
        const found = await tale.as('liaison1').get(`/api/deliberations?whistleId=${whistle.id}`);
        return tale.ok('sessions', found).items[0];
      });
      const path = `/api/deliberations/${session.id}`;
      const agreed = { outcome: 'partial', problem: '东门堵', consensus: '先划线', attendance: 7 };
      tale.ok('close', await tale.as('liaison1').post(`${path}/outcome`, agreed));
      tale.ok('publish', await tale.as('liaison1').post(`${path}/publication`, { result: '先划线，再看。' }));
      const listed = await phone('GET', `/published?whistleId=${whistle.id}`);
      expect(listed.body.items).toMatchObject([{ result: '先划线，再看。', attendance: { total: 7 } }]);
      await eventually('the history tells', async () => {
        const { items } = (await tale.as('liaison1').get(`/api/whistles/${whistle.id}/timeline`)).body;
        return items.some((one: { kind: string }) => one.kind === 'session.published.v1');
      });
    },
    3 * MINUTE_MS,
  );

  it(
    '[S87] bicycle parking in four communities is one topic, a whistle each, with photos before and after',
    async () => {
      await platform.hurry(DAY_IN_FIVE_MINUTES);
      const people = People.fromFile(platform.origin, platform.stack.accountsFile);
      const watcher = people.as(PARTS.leader);
      const stage = { people, watcher, narrator: new Narrator(() => {}, people, await Names.read(watcher)) };
      const four = CASES.filter(({ name }) => name.startsWith('K4-'));
      const outcomes = await Promise.all(four.map((demo) => playCase(stage, demo)));
      expect(outcomes.map(({ error, ok }) => error ?? ok)).toEqual([true, true, true, true]);
      const read = <T>(path: string): Promise<T> => watcher.get<T>(path);
      const matters = await Promise.all(
        outcomes.map(({ number }) => read<{ items: ParkingMatter[] }>(`/api/whistles?ids=${number}`)),
      );
      const whistles = matters.flatMap(({ items }) => items);
      expect(new Set(whistles.map(({ communityId }) => communityId)).size).toBe(4);
      expect(new Set(whistles.map(({ topicId }) => topicId)).size).toBe(1);
      expect(whistles[0]!.topicId).toBeDefined();
      for (const { id } of whistles) {
        const before = await read<Photos>(`/api/whistles/${id}/files`);
        expect(before.items).toMatchObject([PHOTO]);
        const tasks = await read<{ items: { id: string }[] }>(`/api/department-tasks?whistleId=${id}`);
        const after = await Promise.all(
          tasks.items.map((task) => read<Photos>(`/api/department-tasks/${task.id}/files`)),
        );
        for (const { items } of after) {
          expect(items[0]).toMatchObject({ ...PHOTO, final: true });
        }
        expect(after).toHaveLength(3);
      }
    },
    4 * MINUTE_MS,
  );
});
