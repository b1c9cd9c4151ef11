import { fillAll, type FilledPool } from './bulk-fill.js';

/** What a list test asks of `pg.Pool`; the pool of a tenant, so that plans hold what row-level security adds. */
interface WatchedPool {
  on(event: 'acquire', listener: (client: SendingClient) => void): unknown;
  // oxlint-disable-next-line typescript/no-explicit-any -- a plan is looked into as it comes
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
}

interface SendingClient {
  query(...sent: unknown[]): unknown;
}

interface Statement {
  text: string;
  values: unknown[];
}

/** A node of `EXPLAIN (ANALYZE, FORMAT JSON)`. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: PlanNode[];
}

/** What a list test asks of a service's `TenantDatabase`. */
interface FilledDatabase {
  systemPool: FilledPool;
  pool(subdistrictId: string): WatchedPool;
}

interface Asked {
  status: number;
  body: unknown;
}

/** A page shows at most a hundred rows; what reads a tenth of a large table for it gets slower with every year. */
const MOST_READ = 10_000;
/** Of a small table, whose pages are read faster than its index. */
const MOST_SCANNED = 2_000;
const MOST_SORTED = 2_000;
const TURNS = 40;
/** If none of so many takes half the time that is allowed, more of them would say the same. */
const FEW_TURNS = 10;
const MOST_MS = 50;
/**
 * Other tests share the machine: a list is slow if it never is fast, and if its own work, without what it waited for a
 * processor, takes as long.
 */
const ROUNDS = 8;
/** The fastest of so many runs of a statement is what it takes. */
const TRIES = 3;

/** Watches what a service that runs in this process sends to PostgreSQL, and says what is wrong with a list. */
export class ListWatch {
  private statements: Statement[] | undefined;
  private readonly watched = new WeakSet<SendingClient>();

  private constructor(private readonly pool: WatchedPool) {
    pool.on('acquire', (client) => this.watch(client));
  }

  /** @param fill makes the rows; from then on the statements of subdistrict `zx` are watched, and explained as its own */
  static async over(database: FilledDatabase, fill: readonly string[]): Promise<ListWatch> {
    await fillAll(database.systemPool, fill);
    return new ListWatch(database.pool('zx'));
  }

  /**
   * What is wrong with a list, in words; empty for a good one. The statements are those that the service sends for it,
   * with their values; the time is that of nineteen of twenty answers.
   * @throws Error if it is not answered with 200, or if nothing was read for it
   */
  async faultsOf(ask: () => Promise<Asked>): Promise<string[]> {
    this.statements = [];
    const { status, body } = await ask();
    const statements = this.statements.filter(({ text }) => /^\s*(SELECT|WITH)/i.test(text));
    this.statements = undefined;
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    if (statements.length === 0) throw new Error('no statement was seen: is this the pool that the list reads from?');
    const faults: string[] = [];
    for (const { text, values } of statements) {
      const { rows } = await this.pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
      const found = faultsIn(rows[0]['QUERY PLAN'][0].Plan as PlanNode);
      faults.push(...found.map((fault) => `${fault}: ${text.replaceAll(/\s+/g, ' ')}`));
    }
    let tookMs = await p95(ask);
    if (tookMs < MOST_MS) return faults;
    // Looked at before it is asked again and again: in a crowd that takes longer than everything else here.
    const workMs = (await ownWork(ask)) + (await this.fastest(statements));
    if (workMs < MOST_MS) return faults;
    for (let round = 1; round < ROUNDS && tookMs >= MOST_MS; round += 1) {
      tookMs = Math.min(tookMs, await p95(ask));
    }
    return tookMs < MOST_MS ? faults : [...faults, `${Math.round(tookMs)} ms, ${Math.round(workMs)} of them work`];
  }

  /** What PostgreSQL needs for all of them, in ms, when nobody takes the processor from it. */
  private async fastest(statements: readonly Statement[]): Promise<number> {
    let sum = 0;
    for (const { text, values } of statements) {
      let least = Infinity;
      for (let turn = 0; turn < TRIES; turn += 1) {
        const { rows } = await this.pool.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values);
        const { 'Planning Time': planned, 'Execution Time': ran } = rows[0]['QUERY PLAN'][0];
        least = Math.min(least, Number(planned) + Number(ran));
      }
      sum += least;
    }
    return sum;
  }

  private watch(client: SendingClient): void {
    if (this.watched.has(client)) return;
    this.watched.add(client);
    const send = client.query.bind(client);
    client.query = (...sent) => {
      const [first, values] = sent as [string | { text: string; values?: unknown[] }, unknown];
      if (typeof first === 'string') this.note(first, values);
      else this.note(first.text, first.values ?? values);
      return send(...sent);
    };
  }

  private note(text: string, values: unknown): void {
    this.statements?.push({ text, values: Array.isArray(values) ? [...(values as unknown[])] : [] });
  }
}

function faultsIn(node: PlanNode): string[] {
  const { 'Node Type': type, 'Relation Name': table, Plans: parts = [] } = node;
  const loops = node['Actual Loops'];
  const dropped = ['Rows Removed by Filter', 'Rows Removed by Index Recheck', 'Rows Removed by Join Filter'] as const;
  const read = loops * (node['Actual Rows'] + dropped.reduce((sum, name) => sum + (node[name] ?? 0), 0));
  const sorted = type === 'Sort' ? parts.reduce((sum, part) => sum + part['Actual Rows'] * part['Actual Loops'], 0) : 0;
  return [
    ...(read > (type === 'Seq Scan' ? MOST_SCANNED : MOST_READ)
      ? [`${type} of ${table ?? 'rows'} reads ${read} rows`]
      : []),
    ...(sorted > MOST_SORTED ? [`${sorted} rows are sorted`] : []),
    ...parts.flatMap(faultsIn),
  ];
}

/** The first answers warm up and do not count. */
async function p95(ask: () => Promise<Asked>): Promise<number> {
  const took: number[] = [];
  for (let turn = -2; turn < TURNS; turn += 1) {
    const began = performance.now();
    await ask();
    if (turn >= 0) took.push(performance.now() - began);
    if (took.length === FEW_TURNS && Math.max(...took) < MOST_MS / 2) break;
  }
  return took.toSorted((one, other) => one - other)[Math.ceil(took.length * 0.95) - 1]!;
}

/** What an answer takes of the processor in this process, on average, in ms. */
async function ownWork(ask: () => Promise<Asked>): Promise<number> {
  const before = process.cpuUsage();
  for (let turn = 0; turn < TURNS; turn += 1) await ask();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / TURNS;
}
