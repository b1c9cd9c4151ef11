import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** One round trip fetches this many numbers when whistles come thick and fast; in quiet times it fetches one. */
const LARGEST_BLOCK = 50;
const BUSY_MS = 1_000;
const UNDEFINED_TABLE = '42P01';

interface Block {
  free: number[];
  size: number;
  fetchedAt: number;
  fetching?: Promise<void>;
}

/** What is counted: whistles, and entries of the register of long-term matters. */
const SERIES = {
  whistle: { sequence: 'whistle_number', mark: '', digits: 6 },
  ledger: { sequence: 'ledger_serial', mark: 'L-', digits: 4 },
} as const;

/**
 * Numbers like ZX-2026-000123 or ZX-L-2026-0001, counted per subdistrict and year by a sequence of the database, so that two replicas
 * never give the same one and no row is locked. Under load, or when a statement fails, a number may stay unused.
 */
@Injectable()
export class NumberSource {
  private readonly blocks = new Map<string, Block>();

  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** @param year in Asia/Shanghai */
  async next(subdistrictId: string, year: number, series: keyof typeof SERIES = 'whistle'): Promise<string> {
    const { sequence, mark, digits } = SERIES[series];
    const name = `${sequence}_${subdistrictId.replaceAll('-', '_')}_${year}`;
    let block = this.blocks.get(name);
    if (!block) this.blocks.set(name, (block = { free: [], size: 1, fetchedAt: 0 }));
    while (block.free.length === 0) await (block.fetching ??= this.refill(subdistrictId, name, block));
    const serial = String(block.free.shift()).padStart(digits, '0');
    return `${subdistrictId.toUpperCase()}-${mark}${year}-${serial}`;
  }

  private async refill(subdistrictId: string, name: string, block: Block): Promise<void> {
    try {
      const now = Date.now();
      block.size = now - block.fetchedAt < BUSY_MS ? Math.min(LARGEST_BLOCK, block.size * 2) : 1;
      block.fetchedAt = now;
      block.free.push(...(await this.fetch(subdistrictId, name, block.size)));
    } finally {
      block.fetching = undefined;
    }
  }

  private async fetch(subdistrictId: string, name: string, count: number): Promise<number[]> {
    const pool = this.database.pool(subdistrictId);
    const ask = async () => {
      const { rows } = await pool.query<{ n: string }>(
        `SELECT nextval('${name}') AS n FROM generate_series(1, $1::int)`,
        [count],
      );
      return rows.map(({ n }) => Number(n));
    };
    try {
      return await ask();
    } catch (error) {
      if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error;
      await pool.query(`CREATE SEQUENCE IF NOT EXISTS "${name}"`);
      return ask();
    }
  }
}
