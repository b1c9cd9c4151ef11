import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FACT_EVENTS } from '../src/facts/moment.js';
import type { MatterEvent } from '../src/projection/whistle-events.js';
import { eventually, InsightService } from './insight-service.js';
import { diceOf, RandomMatter } from './random-matters.js';

const TOPIC_OF = (event: MatterEvent): 'hsl.departments' | 'hsl.whistles' =>
  'taskId' in event.data && event.data.taskId !== undefined ? 'hsl.departments' : 'hsl.whistles';
/** Rows without what says when they were written. */
const ROLLUPS = [
  'SELECT * FROM fact_day WHERE n <> 0 ORDER BY dimension, key, kind, day',
  'SELECT * FROM fact ORDER BY case_id, kind, item',
  'SELECT * FROM tally WHERE n <> 0 ORDER BY figure, place, key',
  'SELECT * FROM matter ORDER BY whistle_id',
  'SELECT * FROM task ORDER BY task_id',
  'SELECT * FROM rung ORDER BY whistle_id, owner_id, step, due_at, rung',
  'SELECT * FROM involvement ORDER BY whistle_id, department_id',
  'SELECT * FROM waiting ORDER BY whistle_id, kind, party_id, step',
];

const dice = diceOf(77);
const events = Array.from({ length: 15 }, (_, index) => new RandomMatter(dice, `ZX-2026-${index}`, 9).events).flat();
let insight: InsightService;

const rollups = (): Promise<unknown[]> => Promise.all(ROLLUPS.map((sql) => insight.rows(sql)));
const counted = async (table: string): Promise<number> =>
  (await insight.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

beforeAll(async () => {
  insight = await InsightService.start();
  // As a backlog: the service takes many at once, and the rebuild one by one.
  for (const topic of ['hsl.departments', 'hsl.whistles'] as const) {
    await insight.publish(topic, ...events.filter((event) => TOPIC_OF(event) === topic));
  }
  // Each event has two effects here, unless no figure needs it; of many at once all have the first before one has the second.
  const figured = events.filter(({ type }) => (FACT_EVENTS as readonly string[]).includes(type));
  await eventually(
    () => counted('inbox_event'),
    (n) => n === events.length + figured.length,
  );
}, 60_000);

afterAll(async () => {
  await insight?.stop();
});

describe('a rebuild from the beginning of the topics', () => {
  it('gives the same rollups, rows and inbox, also a second time and over rows that were wrong', async () => {
    const [before, inbox] = [await rollups(), await counted('inbox_event')];
    expect(await insight.rebuild()).toEqual({ events: events.length, unreadable: 0 });
    expect(await rollups()).toEqual(before);
    await insight.rows(`UPDATE fact_day SET n = n + 7`);
    await insight.rows(`DELETE FROM tally`);
    await insight.rebuild();
    expect(await rollups()).toEqual(before);
    expect(await counted('inbox_event')).toBe(inbox);
  }, 60_000);
});

describe('an event that cannot be taken in, among many', () => {
  it('alone becomes a dead letter; the others take effect once', async () => {
    const [poison, ...others] = [1, 2, 3, 4, 5, 6].map((n) => new RandomMatter(dice, `ZX-2026-8${n}`, 1).events[0]!);
    const subject = poison!.subject;
    const sick = { ...poison!, data: { ...poison!.data, whistleId: 'no uuid' } } as MatterEvent;
    const before = await insight.rows<{ n: number }>(`SELECT sum(n)::int AS n FROM tally WHERE figure = 'open'`);
    // One partition, so that they come together.
    const all = [...others.slice(0, 3), sick, ...others.slice(3)].map((event) => ({ ...event, subject }));
    await insight.publish('hsl.whistles', ...all, ...all.slice(0, 2));
    const ids = others.map(({ id }) => id);
    await eventually(
      () => insight.rows(`SELECT * FROM inbox_event WHERE event_id = ANY ('{${ids.join(',')}}')`),
      (rows) => rows.length === 2 * ids.length,
    );
    expect(await insight.rows(`SELECT sum(n)::int AS n FROM tally WHERE figure = 'open'`)).toEqual([
      { n: before[0]!.n + ids.length },
    ]);
    const letters = await insight.deadLetters();
    expect(letters.map(({ eventId, attempts }) => ({ eventId, attempts }))).toEqual([
      { eventId: sick.id, attempts: 6 },
    ]);
  }, 60_000);
});
