import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { ensureDatabase, migrate } from '@hsl/database/migrate';
import { databaseUrlOf } from '@hsl/database/database-env';
import { dayOf, yearOf } from '@hsl/domain/calendar-day';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { applyLedgerUpdate, checkedInSignal } from '@hsl/workflows/whistle/whistle.messages';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C3', communityId: 'ZX01', place: '东门', facts: '管网老化' };
const DAY_MS = 86_400_000;
const PRISMA = join(import.meta.dirname, '..', 'prisma');

describe('the register of long-term matters', () => {
  let harness: Harness;
  let liaison: Caller;
  beforeAll(async () => {
    harness = await openHarness();
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
  }, 120_000);
  afterAll(() => harness?.close(), 60_000);

  async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (const end = Date.now() + 40_000; ;) {
      const seen = await look();
      if (seen !== undefined) return seen;
      if (Date.now() > end) throw new Error('waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  const entryOf = async (id: string) => {
    const { status, body } = await liaison.get(`/api/ledger/${id}`);
    return status === 200 ? body : undefined;
  };

  /** Dispatched to a lead, who applies for the ledger. */
  async function applied(): Promise<string> {
    const { id } = (await harness.as('zx-worker-01', worker()).post('/api/whistles', BODY)).body;
    expect((await liaison.get(`/api/whistles/${id}/process`)).body.matchesRow).toBe(true);
    const accepted = await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G4', track: 'longTerm' });
    expect(accepted.status).toBe(200);
    const whistle = harness.app.get(TemporalClient, { strict: false }).workflow.getHandle(whistleWorkflowId(id));
    await whistle.signal(checkedInSignal, { memberId: 'ZX-M01', substituted: false });
    await until(async () =>
      (await liaison.get(`/api/whistles/${id}`)).body.state === 'CHECKED_IN' ? true : undefined,
    );
    expect((await liaison.post(`/api/whistles/${id}/dispatch`, { leadDepartmentId: 'ZX-CGJ' })).status).toBe(200);
    const entryId = randomUUID();
    const milestones = [30, 50].map((days) => ({ milestoneId: randomUUID(), dueAt: Date.now() + days * DAY_MS }));
    await whistle.executeUpdate(applyLedgerUpdate, {
      args: [{ by: { userId: 'zx-head-cgj', role: 'head' }, entryId, milestones }],
    });
    await until(() => entryOf(entryId));
    return entryId;
  }

  it('[S59] gives every entry the next serial number of the year, and is exported as a table', async () => {
    const year = yearOf(dayOf(Date.now()));
    const entries = [await entryOf(await applied()), await entryOf(await applied())];
    expect(entries.map(({ serial }) => serial)).toEqual([`ZX-L-${year}-0001`, `ZX-L-${year}-0002`]);
    const { status, content, headers } = await liaison.bytes('/api/ledger/export.csv');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, ...lines] = content.toString('utf8').trimEnd().split('\n');
    expect(head).toMatch(/^\uFEFF登记号,哨件编号,社区,主办单位,状态/);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(`ZX-L-${year}-0002,${entries[1].number},ZX01,ZX-CGJ,待审批`);
    expect(lines[0]).toContain(',0/2,0');
    const elsewhere = harness.as('zx-head-05', { role: 'communityHead', communityIds: ['ZX05'] });
    expect((await elsewhere.bytes('/api/ledger/export.csv')).content.toString('utf8')).not.toContain('ZX-L-');
    const second = harness.pool.query('UPDATE ledger_entry SET serial = $1', [entries[0].serial]);
    await expect(second).rejects.toThrow('ledger_entry_subdistrict_id_serial_key');
  }, 90_000);

  it('numbers what was on it before, and counts on from there', async () => {
    const url = databaseUrlOf('register_before', harness.stack.addresses.databaseUrl);
    await ensureDatabase(url);
    const before = await mkdtemp(join(tmpdir(), 'migrations-'));
    await cp(join(PRISMA, 'migrations'), before, { recursive: true });
    for (const name of await readdir(before)) {
      if (name >= '20261126202507_ledger_serial' && name !== 'migration_lock.toml')
        await rm(join(before, name), { recursive: true });
    }
    const options = { service: 'whistles', schemaPath: join(PRISMA, 'schema.prisma'), url };
    await migrate({ ...options, migrationsDir: before });
    const pool = new pg.Pool({ connectionString: url, options: '-c hsl.subdistrict=*', max: 1 });
    const days = ['2025-12-31T15:00:00Z', '2025-12-31T17:00:00Z', '2026-02-01T00:00:00Z'];
    for (const [index, day] of days.entries()) {
      await pool.query(
        `INSERT INTO ledger_entry (id, subdistrict_id, version, last_decision_id, whistle_id, number, community_id, state,
           days, applied_by, applied_at, deadlines)
         VALUES (gen_random_uuid(), 'zx', 1, '-', gen_random_uuid(), $1, 'ZX01', 'RUNNING', 30, 'zx-head-cgj', $2, '[]')`,
        [`ZX-${index}`, day],
      );
    }
    await migrate({ ...options, migrationsDir: join(PRISMA, 'migrations') });
    const { rows } = await pool.query(`SELECT number, serial FROM ledger_entry ORDER BY number`);
    const { rows: next } = await pool.query(`SELECT nextval('ledger_serial_zx_2026') AS n`);
    await pool.end();
    await rm(before, { recursive: true });
    expect(rows.map(({ serial }) => serial)).toEqual(['ZX-L-2025-0001', 'ZX-L-2026-0001', 'ZX-L-2026-0002']);
    expect(next).toEqual([{ n: '3' }]);
  }, 60_000);
});
