import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RuleSetInForce } from '@hsl/contracts/schemas/rules';
import * as answers from '@hsl/contracts/schemas/whistle-answers';
import { WhistleAnswer } from '@hsl/contracts/schemas/whistle-view';
import { photoWithPlace } from '@hsl/testing/test-files';
import type { z } from 'zod';
import { eventually, send, sendFile } from './client.js';
import { openPlatform, type Platform } from './platform.js';
import { story, toConcluded, toDispatched, toVerifying } from './story.js';
import { workArea } from './work-area.js';

const MINUTE_MS = 60_000;
const ASK_AGAIN_MS = 5_000;

describe('a whistle on the whole platform', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await openPlatform();
  }, 4 * MINUTE_MS);
  afterAll(() => platform.close(), MINUTE_MS);

  it(
    '[S103] [S104] [S118] [S119] goes from the blow to the conclusion, seen by all whom it concerns',
    async () => {
      const tale = story(platform);
      const { id, number } = await tale.blow();
      await toConcluded(tale, id);
      const whistle = await tale.whistle(number);
      expect(whistle).toMatchObject({ id, state: 'CONCLUDED', leadDepartmentId: 'ZX-CGJ', memberIds: ['ZX-M01'] });
      expect(whistle.lookBacks).toMatchObject([{ sequence: 1, state: 'SCHEDULED' }]);
      const kinds = await eventually('the whole timeline', async () => {
        const { items } = (await tale.as('liaison1').get(`/api/whistles/${id}/timeline`)).body;
        const seen = items.map((item: { kind: string }) => item.kind);
        return seen.filter((kind: string) => kind === 'task.feedbackSubmitted.v1').length === 2 && seen;
      });
      const own = kinds.filter((kind: string) => !kind.includes('.'));
      expect(own).toEqual([
        'blown',
        'accepted',
        'checkedIn',
        'dispatched',
        'feedbackSubmitted',
        'verified',
        'revisited',
        'concluded',
      ]);
      expect(kinds.filter((kind: string) => /card|reminder/i.test(kind))).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  it(
    '[S119] names in the live list who rules on a task that was sent back, and the unit again once it is refused',
    async () => {
      const tale = story(platform);
      const { id } = await tale.blow();
      await toDispatched(tale, id, 'CGJ');
      const task = await tale.taskOf(id, 'cgj');
      const waiting = (step: string) =>
        eventually(`the live list waits for ${step}`, async () => {
          const { items } = (await tale.as('groupleader').get('/api/live-list?state=COORDINATING&limit=100')).body;
          const seen = items.find((one: { id: string }) => one.id === id)?.waitingFor ?? [];
          return seen.some((one: { step: string }) => one.step === step) && seen;
        });
      expect(await waiting('acknowledge')).toMatchObject([{ kind: 'department', id: 'ZX-CGJ' }]);
      const asked = { reasonCode: 'notOurDuty', toDepartmentId: 'ZX-XFD', legalBasis: '三定方案' };
      const path = `/api/department-tasks/${task.id}`;
      const { dueAt } = tale.ok('return', await tale.as('handler-cgj').post(`${path}/return-request`, asked));
      expect(await waiting('returnRuling')).toEqual([
        expect.objectContaining({ kind: 'role', id: 'liaisonOfficer', dueAt }),
      ]);
      tale.ok('refuse', await tale.as('liaison1').post(`${path}/return-ruling`, { accept: false, reason: '属城管' }));
      expect(await waiting('acknowledge')).toMatchObject([{ kind: 'department', id: 'ZX-CGJ' }]);
    },
    2 * MINUTE_MS,
  );

  it(
    'picks members posted to the community first, and tells them why',
    async () => {
      const tale = story(platform);
      const { id } = await tale.blow();
      await tale.accept(id);
      const first = await tale.checkInOf(id, 'member-01');
      const shown = (await tale.as('member-01').get(`/api/check-ins/${first.id}`)).body;
      expect(JSON.stringify(shown)).toContain('"postedHere":true');
      await tale.checkInOf(id, 'member-02');
    },
    MINUTE_MS,
  );

  it(
    '[4.2 pass] takes member and community worker to pass a verification, whoever is first',
    async () => {
      const tale = story(platform);
      const { id } = await tale.blow();
      await toVerifying(tale, id);
      expect((await tale.verify(id, 'pass', 'member-01')).state).toBe('VERIFYING');
      expect((await tale.verify(id, 'pass', 'worker-01')).state).toBe('REVISITING');
    },
    2 * MINUTE_MS,
  );

  it(
    '[4.2 fail] sends the lead back with half the time, and passes in the second round',
    async () => {
      const tale = story(platform);
      const { id } = await tale.blow();
      await toVerifying(tale, id);
      const before = (await tale.taskOf(id, 'cgj')).deadlines.at(-1);
      expect((await tale.verify(id, 'fail', 'worker-01')).state).toBe('COORDINATING');
      const task = await eventually('the rework', async () => {
        const seen = await tale.taskOf(id, 'cgj');
        return seen.round === 2 && seen;
      });
      const span = ({ startedAt, dueAt }: { startedAt: string; dueAt: string }) =>
        Date.parse(dueAt) - Date.parse(startedAt);
      expect(span(task.deadlines.at(-1))).toBeLessThan(span(before));
      await tale.feedBack(id, 'cgj');
      await tale.inState(id, 'VERIFYING');
      await tale.verify(id, 'pass', 'worker-01');
      expect((await tale.verify(id, 'pass', 'member-01')).state).toBe('REVISITING');
    },
    2 * MINUTE_MS,
  );

  it(
    "takes a resident's photo by the tracking code alone, and a worker's with the blow, and shows both without their place",
    async () => {
      const tale = story(platform);
      const liaison = tale.as('liaison1');
      const photo = await photoWithPlace();
      const seen = async (path: string) => {
        const headers = { authorization: `Bearer ${await liaison.token()}` };
        const answer = await fetch(platform.origin + path, { headers });
        const content = Buffer.from(await answer.arrayBuffer());
        return [answer.status, answer.headers.get('content-type'), content.includes('Exif')];
      };
      const form = { subdistrictId: 'zx', communityId: 'ZX01', text: '楼道里停满电动车' };
      const { body: receipt } = await send(`${platform.origin}/api/submissions`, 'POST', form);
      const photos = `${platform.origin}/api/submissions/track/${receipt.trackingCode}/photos`;
      const sent = await sendFile(photos, photo, 'IMG_1.jpg');
      expect(sent.status).toBe(201);
      const { items } = (await liaison.get('/api/submissions?limit=1')).body;
      expect(await seen(`/api/submissions/${items[0].id}/photos/${sent.body.id}`)).toEqual([200, 'image/jpeg', false]);

      const { id } = await tale.blow();
      const worker = await tale.as('worker-01').token();
      const before = await sendFile(`${platform.origin}/api/whistles/${id}/files`, photo, 'IMG_2.jpg', worker);
      expect(await seen(`/api/whistles/${id}/files/${before.body.id}`)).toEqual([200, 'image/jpeg', false]);
    },
    2 * MINUTE_MS,
  );

  it(
    '[S56] shows the live process of the running workflows, and the same in the row',
    async () => {
      const tale = story(platform);
      const { id } = await tale.blow();
      await tale.accept(id);
      await tale.checkInOf(id, 'member-01');
      const { body } = await tale.as('liaison1').get(`/api/whistles/${id}/process`);
      expect(body).toMatchObject({ state: 'ASSIGNING', matchesRow: true, waitingFor: [{ step: 'checkIn' }] });
      expect(body.checkIn.asked).toHaveLength(2);
      expect(body.nextRung ?? body.checkIn.nextRung).toMatchObject({ kind: 'reminder' });
    },
    MINUTE_MS,
  );

  it(
    'answers in the form its document gives',
    async () => {
      const tale = story(platform);
      const { id } = await tale.blow();
      await toVerifying(tale, id);
      const liaison = tale.as('liaison1');
      const forms: [string, z.ZodType][] = [
        ['/api/whistles?limit=5', answers.WhistlePage],
        [`/api/whistles/${id}`, WhistleAnswer],
        [`/api/whistles/${id}/timeline`, answers.WhistleTimeline],
        [`/api/whistles/${id}/process`, answers.WhistleProcess],
        ['/api/communities', answers.Communities],
        ['/api/estates', answers.Estates],
        ['/api/rule-set', RuleSetInForce],
      ];
      for (const [path, form] of forms) {
        const { error } = form.safeParse((await liaison.get(path)).body);
        expect({ path, issues: error?.issues }).toEqual({ path, issues: undefined });
      }
    },
    2 * MINUTE_MS,
  );

  it(
    '[S105] reaches inbox, live stream and the leadership’s board',
    async () => {
      const tale = story(platform);
      const stream = await listen(platform, await tale.as('liaison1').token());
      const { id, number } = await tale.blow();
      await eventually('the notice in the stream', async () => stream.text().includes(number));
      stream.close();
      await eventually('the notice in the inbox', async () => {
        const { items } = (await tale.as('liaison1').get('/api/inbox')).body;
        return items.find((item: { whistleNumber?: string }) => item.whistleNumber === number);
      });
      const board = await eventually('the board', async () => {
        const { body } = await tale.as('groupleader').get('/api/live-list?open=true&limit=100');
        return (
          body.items?.find((item: { whistleId?: string; id?: string }) => (item.whistleId ?? item.id) === id) && body
        );
      });
      expect(board.asOf).toMatch(/^\d{4}-/);
      const { body } = await tale.as('groupleader').get('/api/board');
      expect(body.asOf).toMatch(/^\d{4}-/);
    },
    MINUTE_MS,
  );

  it(
    'serves one OpenAPI document with every service’s paths, and a reader',
    async () => {
      const wanted = [
        '/api/whistles',
        '/api/check-ins/{id}/confirmation',
        '/api/department-tasks/{id}/feedback',
        '/api/categories',
        '/api/board',
        '/api/inbox',
        '/api/sessions',
      ];
      // A service that was too busy to describe itself is left out, and asked again half a minute later.
      await eventually(
        'every service has described itself',
        async () => {
          const { status, body } = await send(`${platform.origin}/api/openapi.json`, 'GET');
          expect([status, body.openapi.slice(0, 3)]).toEqual([200, '3.1']);
          const isWhole = wanted.every((path) => body.paths[path]);
          // The edge counts who asks.
          if (!isWhole) await sleep(ASK_AGAIN_MS);
          return isWhole;
        },
        MINUTE_MS,
      );
      expect((await send(`${platform.origin}/api/docs`, 'GET')).status).toBeLessThan(400);
    },
    2 * MINUTE_MS,
  );

  it('calls the people of a department and its members by one name, in their accounts and in its own list', async () => {
    const { as, ok } = story(platform);
    const { handlers } = ok('department', await as('head-cgj').get('/api/departments/ZX-CGJ'));
    expect(handlers).toHaveLength(3);
    for (const { id, name } of handlers) {
      expect([id, ok('account', await as(id.replace(/^zx-/, '')).get('/api/me')).name]).toEqual([id, name]);
    }
    const member = ok('account', await as('member-07').get('/api/me')).name;
    expect(ok('member', await as('liaison1').get('/api/members/ZX-M07')).name).toBe(member);
  });

  it(
    '[S10] three liaison officers, each with an area and a shift of the roster, accept, dispatch and ask residents',
    async () => {
      const tale = story(platform);
      const { as, ok } = tale;
      const officers = ['liaison1', 'liaison2', 'liaison3'];
      const areas: string[][] = await Promise.all(
        officers.map(async (name) => (await as(name).get('/api/me')).body.posts[0].communityIds),
      );
      expect(areas.map((area) => area.length)).toEqual([5, 5, 4]);
      expect(new Set(areas.flat()).size).toBe(14);

      const shifts = officers.map((name, index) => ({
        ...{ day: `2030-01-0${index + 1}`, userId: `zx-${name}`, from: '18:00', to: '08:30' },
      }));
      const roster = '/api/duty-roster?from=2030-01-01&to=2030-01-03';
      ok('roster', await as('liaison1').put(roster, { shifts }));
      for (const name of officers) {
        expect(ok('roster', await as(name).get(roster)).shifts).toMatchObject(shifts);
      }

      const worked = officers.map((name, index) => workArea(tale, name, areas[index]![0]!));
      for (const deeds of await Promise.all(worked)) {
        expect(deeds).toEqual(expect.arrayContaining(['accepted', 'dispatched', 'revisited']));
      }
    },
    3 * MINUTE_MS,
  );
});

/** Reads the event stream of one person until closed. */
async function listen(platform: Platform, token: string) {
  const controller = new AbortController();
  const answer = await fetch(`${platform.origin}/api/stream`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal: controller.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let seen = '';
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const chunk of answer.body!) seen += decoder.decode(chunk, { stream: true });
  })().catch((error: unknown) => {
    if (!controller.signal.aborted) throw error;
  });
  return {
    text: () => seen,
    close: () => {
      controller.abort();
      void reading;
    },
  };
}
