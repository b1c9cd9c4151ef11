import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CASES } from '@hsl/deploy/demo/cases';
import { Names } from '@hsl/deploy/demo/names';
import { Narrator } from '@hsl/deploy/demo/narrator';
import { PARTS, People } from '@hsl/deploy/demo/people';
import { playCase, type Stage } from '@hsl/deploy/demo/play-case';
import type { Outcome } from '@hsl/deploy/demo/outcome';
import { playStory } from '@hsl/deploy/demo/stories/play-story';
import { STORIES } from '@hsl/deploy/demo/stories/stories';
import { eventually } from './client.js';
import { loggedErrors } from './logged-errors.js';
import { openPlatform, SERVICES, type Platform } from './platform.js';

const MINUTE_MS = 60_000;
/** A day in eight seconds: time enough to act. This subdistrict looks back after a week, since thirty days were 4 min. */
const DAY_IN_EIGHT_SECONDS = 10_800;
const LOOK_BACK_DAYS = 7;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** All at once, so that every one of them is under way when a server or a service goes away. */
describe('matters that do not go straight, told through HTTP to their end', () => {
  let platform: Platform;
  const ended = new Map<string, Outcome>();
  const lines: string[] = [];

  beforeAll(async () => {
    platform = await openPlatform();
    await platform.hurry(DAY_IN_EIGHT_SECONDS, LOOK_BACK_DAYS);
    const people = People.fromFile(platform.origin, platform.stack.accountsFile);
    const watcher = people.as(PARTS.leader);
    const narrator = new Narrator((line) => void lines.push(line), people, await Names.read(watcher));
    const stage: Stage = { people, watcher, narrator };
    const tempo = { timeScale: DAY_IN_EIGHT_SECONDS, isLong: true };
    const playing = [
      ...STORIES.map((story) => playStory(stage, story, tempo)),
      ...CASES.filter(({ name }) => name.startsWith('K3')).map((demo) =>
        playCase(stage, { ...demo, isDisturbed: true }),
      ),
    ];
    await interrupt();
    for (const outcome of await Promise.all(playing)) ended.set(outcome.case, outcome);
  }, 12 * MINUTE_MS);
  afterAll(() => platform.close(), MINUTE_MS);

  async function interrupt(): Promise<void> {
    // The clock would accept in somebody's place, and a long-term matter is made one by who accepts it.
    await eventually('all are accepted', async () => accepted().length >= names.length, MINUTE_MS);
    await platform.stack.stopServer('temporal');
    await pause(1_000);
    await platform.stack.startServer('temporal');
    for (const service of ['whistles', 'departments', 'members', 'topics'] as const) {
      await pause(1_000);
      await platform.stack.kill(service);
      await platform.stack.waitUntilReady(service);
    }
  }

  const accepted = () => lines.filter((line) => line.includes('受理，'));
  const names = [...STORIES.map(({ name }) => name), 'K3-鸿元小区'];

  it('[S58] [S79] property certificates of an old estate go by the long-term track: ledger, milestones, look-back', () => {
    const { history } = STORIES.find(({ name }) => name === 'K1-不动产证')!;
    expect(history).toEqual(expect.arrayContaining(['ledgered', 'ledgerDelivered', 'concluded']));
    // The outcome is ok only if its history holds these lines, in that order.
    expect({ error: undefined, ...ended.get('K1-不动产证') }).toMatchObject({ ok: true, error: undefined });
  });

  it.each(names)('%s ends as it must, with every step in its history, whatever was restarted meanwhile', (name) => {
    expect({ error: undefined, ...ended.get(name) }).toMatchObject({ ok: true, error: undefined });
  });

  it('leaves no event behind that a consumer gave up on', () => {
    expect(loggedErrors(platform.stack.dir, SERVICES).filter((line) => line.includes('dead letter'))).toEqual([]);
  });

  it('is ten stories', () => expect(names).toHaveLength(10));
});
