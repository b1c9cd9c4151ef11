import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUrlOf } from '@hsl/database/database-env';
import pg from 'pg';
import type { TestStack } from '../../local/test-stack.js';

/** Looking oftener would become the load that is measured; what is seen is late by so much at most. */
const LOOK_EVERY_MS = 5;
const COUNT_EVERY_MS = 200;
const PATIENCE_MS = 15 * 60_000;

/** What has taken effect in the projection: an event and its effect are committed together. */
export class Effects {
  private readonly pool: pg.Pool;

  constructor({ addresses }: TestStack) {
    const connectionString = databaseUrlOf('insight', addresses.databaseUrl);
    this.pool = new pg.Pool({ connectionString, options: '-c hsl.subdistrict=*', max: 2 });
  }

  /** Notes when each event is first seen to have taken effect, until all have or `isOver` and patience ends. */
  async watch(waiting: Set<string>, note: (id: string) => void, isOver: () => boolean): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (!isOver() || waiting.size > 0) {
      if (performance.now() > giveUpAt) throw new Error(`${waiting.size} events took no effect`);
      await sleep(LOOK_EVERY_MS);
      if (waiting.size === 0) continue;
      const { rows } = await this.pool.query<{ event_id: string }>({
        name: 'seen',
        text: `SELECT event_id FROM inbox_event WHERE consumer = 'insight' AND event_id = ANY ($1::text[])`,
        values: [[...waiting]],
      });
      for (const { event_id: id } of rows) {
        note(id);
        waiting.delete(id);
      }
    }
  }

  /** How many events have taken both of their effects here: on the board and on the figures. */
  async count(): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>(
      `SELECT least(count(*) FILTER (WHERE consumer = 'insight'), count(*) FILTER (WHERE consumer = 'insight/facts'))::int AS n
        FROM inbox_event`,
    );
    return rows[0]?.n ?? 0;
  }

  /** @throws Error if there are not so many in a quarter of an hour */
  async reach(wanted: number): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    for (let n = await this.count(); n < wanted; n = await this.count()) {
      if (performance.now() > giveUpAt) throw new Error(`${n} of ${wanted} events took effect`);
      await sleep(COUNT_EVERY_MS);
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
