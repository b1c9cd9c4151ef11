import { databaseUrlOf } from '@hsl/database/database-env';
import type { WhistleState } from '@hsl/contracts/states';
import pg from 'pg';
import type { TestStack } from '../../local/test-stack.js';

const LOOK_EVERY_MS = 40;
const TIMEOUT_MS = 60_000;

/** What of a whistle can be waited for: in whose database it shows, and the ids of the whistles that have come so far. */
const SIGHTS = {
  twoMembersAsked: {
    service: 'members',
    text: 'SELECT whistle_id::text AS id FROM check_in WHERE whistle_id = ANY($1::uuid[]) GROUP BY 1 HAVING count(*) >= 2',
  },
  twoTasks: {
    service: 'departments',
    text: 'SELECT whistle_id::text AS id FROM department_task WHERE whistle_id = ANY($1::uuid[]) GROUP BY 1 HAVING count(*) >= 2',
  },
  CHECKED_IN: {
    service: 'whistles',
    text: `SELECT id::text AS id FROM whistle WHERE id = ANY($1::uuid[]) AND state = 'CHECKED_IN'`,
  },
  VERIFYING: {
    service: 'whistles',
    text: `SELECT id::text AS id FROM whistle WHERE id = ANY($1::uuid[]) AND state = 'VERIFYING'`,
  },
} as const satisfies Partial<Record<WhistleState | 'twoMembersAsked' | 'twoTasks', { service: string; text: string }>>;
export type Sight = keyof typeof SIGHTS;

interface Waiting {
  seen: () => void;
  failed: (error: Error) => void;
  until: number;
}

/**
 * Tells when something has come about, as a notice tells people in life: one look into the databases for everybody who
 * waits. People who each ask the services again and again would be the load that is measured.
 */
export class Watch {
  private readonly pools: ReadonlyMap<string, pg.Pool>;
  private readonly waiting = new Map<Sight, Map<string, Waiting>>();
  private timer: NodeJS.Timeout | undefined;

  constructor({ addresses }: TestStack) {
    const services = [...new Set(Object.values(SIGHTS).map(({ service }) => service))];
    this.pools = new Map(
      services.map((service) => {
        const connectionString = databaseUrlOf(service, addresses.databaseUrl);
        return [service, new pg.Pool({ connectionString, options: '-c hsl.subdistrict=*', max: 1 })];
      }),
    );
  }

  /** @throws Error if it does not come about within a minute, or the database cannot be asked */
  seen(sight: Sight, whistleId: string): Promise<void> {
    return new Promise((seen, failed) => {
      const those = this.waiting.get(sight) ?? new Map<string, Waiting>();
      this.waiting.set(sight, those.set(whistleId, { seen, failed, until: Date.now() + TIMEOUT_MS }));
      this.timer ??= setTimeout(() => void this.look(), LOOK_EVERY_MS);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }

  private async look(): Promise<void> {
    await Promise.all([...this.waiting].map(([sight, those]) => this.lookFor(sight, those)));
    const anybody = [...this.waiting.values()].some(({ size }) => size > 0);
    this.timer = anybody ? setTimeout(() => void this.look(), LOOK_EVERY_MS) : undefined;
  }

  private async lookFor(sight: Sight, those: Map<string, Waiting>): Promise<void> {
    if (those.size === 0) return;
    const { service, text } = SIGHTS[sight];
    try {
      const { rows } = await this.pools
        .get(service)!
        .query<{ id: string }>({ name: sight, text, values: [[...those.keys()]] });
      for (const { id } of rows) {
        those.get(id)?.seen();
        those.delete(id);
      }
      this.giveUp(those, (waiting) => waiting.until < Date.now(), new Error(`${sight}: not within ${TIMEOUT_MS} ms`));
    } catch (error) {
      this.giveUp(those, () => true, error instanceof Error ? error : new Error(String(error)));
    }
  }

  private giveUp(those: Map<string, Waiting>, isHopeless: (waiting: Waiting) => boolean, error: Error): void {
    for (const [id, waiting] of those) {
      if (!isHopeless(waiting)) continue;
      waiting.failed(error);
      those.delete(id);
    }
  }
}
