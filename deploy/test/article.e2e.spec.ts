import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { computeFigures } from '../demo/article/figures.js';
import { Databases } from '../demo/article/databases.js';
import { pastMatters } from '../demo/article/past-matters.js';
import { pastProposals } from '../demo/article/past-proposals.js';
import { pastSessions } from '../demo/article/past-sessions.js';
import { takeOver, type PastRecords } from '../demo/article/take-over.js';
import { readUnits } from '../demo/article/units.js';
import { openPlatform, type Platform } from './platform/platform.js';
import { eventually } from './platform/client.js';

const MINUTE_MS = 60_000;

describe('records of a period before the platform', () => {
  let platform: Platform;
  let databases: Databases;
  let records: PastRecords;
  const takenOver = () => takeOver(platform.stack.addresses, records, () => undefined);

  beforeAll(async () => {
    platform = await openPlatform();
    databases = new Databases(platform.stack.addresses.databaseUrl);
    const units = await readUnits(databases);
    records = { matters: pastMatters(units), proposals: pastProposals(units), sessions: pastSessions() };
    await takenOver();
  }, 4 * MINUTE_MS);
  afterAll(async () => {
    await databases?.close();
    await platform?.close();
  });

  it('give the figures of the article, computed from the rows', async () => {
    const figures = await computeFigures(databases);
    expect(figures.map(({ name, actual }) => [name, actual])).toEqual(
      figures.map(({ name, expected }) => [name, expected]),
    );
    expect(figures.length).toBeGreaterThan(7);
  });

  it('were taken by the rules: each step in time, each matter looked back on and archived', async () => {
    const rows = await databases.rows<{ state: string; late: unknown; version: number }>(
      'whistles',
      `SELECT state, version, progress -> 'lateSteps' AS late FROM whistle WHERE subdistrict_id = 'zx'`,
    );
    expect(rows).toHaveLength(63);
    for (const { state, late } of rows) expect([state, late]).toEqual(['ARCHIVED', []]);
    const tasks = await databases.rows<{ state: string; on_time: boolean }>(
      'departments',
      `SELECT t.state, t.acknowledge_on_time AND f.on_time AS on_time FROM department_task t
       JOIN feedback f ON f.task_id = t.id WHERE t.subdistrict_id = 'zx'`,
    );
    expect(tasks.length).toBeGreaterThan(63);
    expect(tasks.filter(({ on_time }) => !on_time)).toEqual([]);
  });

  it('reach the board, and nobody’s inbox', async () => {
    await eventually('the board has all of them', async () => {
      const { body } = await platform.as('zx-groupleader').get('/api/live-list?state=ARCHIVED&limit=100');
      return body.items?.length === 63;
    });
    const { body } = await platform.as('zx-liaison1').get('/api/inbox');
    expect(body.items).toEqual([]);
  });

  it(
    'change nothing when they are taken over again',
    async () => {
      const count = () => databases.rows('whistles', 'SELECT count(*) AS rows, sum(version) AS versions FROM whistle');
      const before = await count();
      await takenOver();
      expect(await count()).toEqual(before);
    },
    MINUTE_MS,
  );
});
