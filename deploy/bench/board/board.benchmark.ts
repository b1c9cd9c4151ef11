import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUrlOf } from '@hsl/database/database-env';
import pg from 'pg';
import type { TestStack } from '../../local/test-stack.js';
import type { Benchmark } from '../benchmark.js';
import { onBenchStack } from '../platform/bench-stack.js';
import { HttpClient } from '../platform/http-client.js';
import { People } from '../platform/people.js';
import { say } from '../progress.js';
import { fillTo, NAIVE, WRITES } from './board-fill.js';
import { boardReport, type Looks } from './board-report.js';

const SIZES = [10_000, 100_000, 1_000_000];
const LEADER = 'zx-groupleader';
/** All tenants; and enough memory to make an index of millions at once. */
const OPTIONS = '-c hsl.subdistrict=* -c maintenance_work_mem=512MB -c work_mem=128MB';
const WRITE_EVERY_MS = 20;
const WARM_UP = 5;
const STATEMENT_TIMEOUT_MS = 600_000;

/** The leadership's page and all figures of a month, while matters move (P7). */
export const board: Benchmark = {
  summary: 'board and figures at 10k, 100k and 1M matters during writes, against one GROUP BY over the matters',
  defaults: { rounds: 60, count: 1_000_000 },
  run: ({ rounds, count }) =>
    onBenchStack({ servers: ['postgres', 'kafka'], services: ['gateway', 'insight'] }, async (stack) => {
      const connectionString = databaseUrlOf('insight', stack.addresses.databaseUrl);
      const options = { connectionString, options: OPTIONS, statement_timeout: STATEMENT_TIMEOUT_MS };
      const pool = new pg.Pool({ ...options, max: 2 });
      try {
        return boardReport(
          await measureAll(
            stack,
            pool,
            rounds,
            SIZES.filter((size) => size <= count),
          ),
        );
      } finally {
        await pool.end();
      }
    }),
};

async function measureAll(stack: TestStack, pool: pg.Pool, rounds: number, sizes: readonly number[]): Promise<Looks[]> {
  const http = new HttpClient(stack.addresses.services.gateway, 2);
  const leader = new People(http, stack.accountsFile).as(LEADER);
  const [from, to] = monthSoFar();
  const measured: Looks[] = [];
  let filled = 0;
  try {
    for (const matters of sizes) {
      say(`filling up to ${matters} matters`);
      await fillTo(pool, filled, matters);
      filled = matters;
      const looks = {
        board: () => leader.get('/api/board'),
        figures: () => leader.get(`/api/figures?from=${from}&to=${to}`),
        naive: () => pool.query(NAIVE),
      };
      say(`looking ${rounds} times`);
      measured.push({ matters, ...(await duringWrites(pool, matters, () => lookAll(looks, rounds))) });
      // Who stops it while the next size is filled still knows the ones before.
      say(JSON.stringify(boardReport(measured)));
    }
    return measured;
  } finally {
    http.close();
  }
}

function monthSoFar(): [from: string, to: string] {
  const today = new Date().toISOString().slice(0, 10);
  return [`${today.slice(0, 7)}-01`, today];
}

/** In turn, so that whatever else the machine does meets all three. */
async function lookAll<K extends string>(
  looks: Record<K, () => Promise<unknown>>,
  rounds: number,
): Promise<Record<K, number[]>> {
  const names = Object.keys(looks) as K[];
  const times = Object.fromEntries(names.map((name): [string, number[]] => [name, []])) as Record<K, number[]>;
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const name of names) {
      const began = performance.now();
      await looks[name]();
      if (round >= 0) times[name].push(performance.now() - began);
    }
  }
  return times;
}

async function duringWrites<T>(pool: pg.Pool, matters: number, work: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const writing = (async (): Promise<void> => {
    for (let i = 1; !stop.signal.aborted; i += 1) {
      for (const text of WRITES) await pool.query(text, [1 + ((i * 7_919) % matters)]);
      await sleep(WRITE_EVERY_MS);
    }
  })();
  try {
    return await work();
  } finally {
    stop.abort();
    await writing;
  }
}
