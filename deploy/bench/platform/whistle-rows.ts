import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUrlOf } from '@hsl/database/database-env';
import pg from 'pg';
import type { TestStack } from '../../local/test-stack.js';
import { say } from '../progress.js';

const LOOK_EVERY_MS = 2_000;
const TELL_EVERY_MS = 30_000;

interface Backlog {
  waiting: number;
  untold: number;
}

/** The whistles service's tables as an onlooker sees them, past the service. */
export class WhistleRows {
  readonly pool: pg.Pool;

  constructor({ addresses }: TestStack) {
    const connectionString = databaseUrlOf('whistles', addresses.databaseUrl);
    this.pool = new pg.Pool({ connectionString, options: '-c hsl.subdistrict=*', max: 2 });
  }

  async one<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row> {
    const { rows } = await this.pool.query<Row>(text, values);
    if (!rows[0]) throw new Error(`no row: ${text}`);
    return rows[0];
  }

  /**
   * Waits until every whistle has its workflow and every event has been told.
   * @param until epoch milliseconds
   * @throws Error if that has not come about by then
   */
  async allStarted(until: number): Promise<void> {
    let toldAt = 0;
    for (;;) {
      const { waiting, untold } = await this.one<Backlog>(
        `SELECT (SELECT count(*)::int FROM whistle WHERE workflow_started_at IS NULL) AS waiting,
           (SELECT count(*)::int FROM outbox_event) AS untold`,
      );
      if (waiting + untold === 0) return;
      if (Date.now() > until) throw new Error(`${waiting} whistles still wait for their workflow`);
      if (performance.now() - toldAt > TELL_EVERY_MS) {
        say(`${waiting} wait for their workflow`);
        toldAt = performance.now();
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
