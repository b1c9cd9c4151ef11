import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './client.js';
import { openPlatform, type Platform } from './platform.js';
import { story, toConcluded, type Story } from './story.js';

const MINUTE_MS = 60_000;
/** A day in two seconds: long enough to act in time, short enough to be late on purpose. */
const DAY_IN_TWO_SECONDS = 43_200;
/** This subdistrict looks back after a week: thirty days were a minute of waiting. */
const LOOK_BACK_DAYS = 7;

const cardsOf = async (tale: Story, id: string): Promise<string[]> => {
  const { items } = (await tale.as('liaison1').get(`/api/whistles/${id}/timeline`)).body;
  return items
    .filter((item: { kind: string }) => /^(step\.reminded|card\.)/.test(item.kind))
    .filter((item: { details: { departmentId?: string; step: string } }) => item.details.step === 'acknowledge')
    .map((item: { kind: string; details: { departmentId: string } }) => `${item.details.departmentId} ${item.kind}`);
};

describe('a subdistrict that lives fast', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await openPlatform();
    await platform.hurry(DAY_IN_TWO_SECONDS, LOOK_BACK_DAYS);
  }, 4 * MINUTE_MS);
  afterAll(() => platform.close(), MINUTE_MS);

  it(
    '[4.5 no member checks in] asks the next two when members stay silent, and counts the silence',
    async () => {
      const tale = story(platform, 'ys');
      const { id } = await tale.blow();
      const silent = await eventually(
        'both missed',
        async () => {
          const { items } = (await tale.as('liaison1').get(`/api/check-ins?whistleId=${id}&state=MISSED`)).body;
          return items.length >= 2 && items;
        },
        MINUTE_MS,
      );
      expect(
        silent
          .map((one: { member: { id: string } }) => one.member.id)
          .sort()
          .slice(0, 2),
      ).toEqual(['YS-M01', 'YS-M02']);
      const { items } = (await tale.as('liaison1').get(`/api/check-ins?whistleId=${id}`)).body;
      expect(items.filter((one: { round: number }) => one.round === 2)).toHaveLength(2);
      await tale.inState(id, 'CHECKED_IN', MINUTE_MS);
    },
    3 * MINUTE_MS,
  );

  it(
    '[4.4 rung 1] [4.4 rung 2] [4.4 rung 3] gives a silent department reminder, yellow and red card, once each',
    async () => {
      const tale = story(platform, 'ys');
      const { id } = await tale.blow();
      await tale.inState(id, 'CHECKED_IN', MINUTE_MS);
      await tale.dispatch(id, 'CGJ', 'XFD');
      await tale.acknowledge(id, 'xfd');
      const cards = await eventually(
        'the red card',
        async () => {
          const seen = (await cardsOf(tale, id)).filter((line) => line.startsWith('YS-CGJ'));
          return seen.length >= 3 && seen;
        },
        MINUTE_MS,
      );
      expect(cards).toEqual(['YS-CGJ step.reminded.v1', 'YS-CGJ card.yellow.v1', 'YS-CGJ card.red.v1']);
      const { items } = (await tale.as('liaison1').get(`/api/cards?departmentId=YS-CGJ`)).body;
      const own = items.filter(
        (card: { whistleId: string; step: string }) => card.whistleId === id && card.step === 'acknowledge',
      );
      expect(own.map((card: { kind: string }) => card.kind).sort()).toEqual(['red', 'yellow']);
    },
    3 * MINUTE_MS,
  );

  it(
    '[4.5 system down] fires what fell due while everything stood still once, in order, after the restart',
    async () => {
      const tale = story(platform, 'ys');
      const { id } = await tale.blow();
      await tale.inState(id, 'CHECKED_IN', MINUTE_MS);
      await tale.dispatch(id, 'CGJ');
      await tale.taskOf(id, 'cgj');
      await platform.stack.stopServer('temporal');
      await platform.stack.kill('departments');
      await new Promise((resolve) => setTimeout(resolve, 12_000));
      await platform.stack.startServer('temporal');
      await platform.stack.waitUntilReady('departments');
      await eventually(
        'the red card after the outage',
        async () => (await cardsOf(tale, id)).includes('YS-CGJ card.red.v1'),
        2 * MINUTE_MS,
      );
      expect(await cardsOf(tale, id)).toEqual([
        'YS-CGJ step.reminded.v1',
        'YS-CGJ card.yellow.v1',
        'YS-CGJ card.red.v1',
      ]);
    },
    5 * MINUTE_MS,
  );

  it(
    '[S64] [S120] [4.2 look back] looks back on its day, and a rebound blows a new whistle',
    async () => {
      const tale = story(platform, 'ys');
      const { id } = await tale.blow();
      const early = await tale
        .as('worker2-01')
        .post(`/api/follow-ups/${id}/look-backs/1`, { result: 'STABLE', note: '看过' });
      expect(early.status).toBe(404);
      await toConcludedInAHurry(tale, id);
      const due = await tale.inState(id, 'LOOKING_BACK', 2 * MINUTE_MS);
      expect(due.waitingFor).toMatchObject([{ step: 'lookBack' }]);
      const body = { result: 'REBOUND', note: '又停满了' };
      const reported = await tale.as('worker2-01').post(`/api/follow-ups/${id}/look-backs/1`, body);
      expect([reported.status, reported.body.state]).toEqual([200, 'ARCHIVED']);
      const old = await tale.whistle(id);
      const { reboundWhistleId } = old.lookBacks[0];
      const again = await tale.whistle(reboundWhistleId);
      expect(again).toMatchObject({ reboundOf: id, communityId: 'YS01', categoryCode: 'C1' });
      expect(again.number).not.toBe(old.number);
    },
    5 * MINUTE_MS,
  );
});

/** In this subdistrict the clock may have accepted, or let the liaison officer stand in, before anybody could. */
async function toConcludedInAHurry(tale: Story, id: string): Promise<void> {
  await toConcluded(
    {
      ...tale,
      accept: async () => undefined,
      checkIn: async () => void (await tale.inState(id, 'CHECKED_IN', MINUTE_MS)),
      verify: async (one, verdict, by) => {
        if (by.startsWith('member')) return undefined;
        return tale.verify(one, verdict, by);
      },
    },
    id,
  );
}
