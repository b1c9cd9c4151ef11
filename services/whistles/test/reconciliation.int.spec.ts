import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerWorkflowId, TASK_QUEUES, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { termsFor } from '@hsl/domain/matter-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { reportMilestoneUpdate, ruleLedgerUpdate } from '@hsl/workflows/ledger/ledger.messages';
import { PRESENT_GENERATION } from '@hsl/workflows/whistle/whistle.messages';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };

describe('the reconciliation of whistles with their workflows', () => {
  let harness: Harness;
  let temporal: TemporalClient;
  let wang: Caller;
  let liaison: Caller;
  let auditor: Caller;
  beforeAll(async () => {
    harness = await openHarness();
    temporal = harness.app.get(TemporalClient, { strict: false });
    wang = harness.as('zx-worker-01', worker());
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
    auditor = harness.as('zx-auditor', postOf('auditor'));
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  /** Started by hand as the schedule would, and waited for. */
  const reconcile = async () => {
    const [taskQueue, workflowId] = [TASK_QUEUES.whistles, `reconciliation/${randomUUID()}`];
    await temporal.workflow.execute('reconciliationWorkflow', { taskQueue, workflowId, args: [{}] });
    const { status, body } = await auditor.get('/api/reconciliations?limit=1');
    expect(status).toBe(200);
    return body.items[0];
  };
  const blow = async (): Promise<string> => {
    const id = (await wang.post('/api/whistles', BODY)).body.id as string;
    expect((await liaison.get(`/api/whistles/${id}/process`)).body.matchesRow).toBe(true);
    return id;
  };
  const accept = async (): Promise<string> => {
    const id = await blow();
    expect((await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' })).status).toBe(200);
    return id;
  };
  const terminate = (id: string) => temporal.workflow.getHandle(whistleWorkflowId(id)).terminate('by hand');
  const rowOf = async (id: string) =>
    (await harness.pool.query('SELECT state, version FROM whistle WHERE id = $1', [id])).rows[0];
  const tamper = (id: string, state: string, version: number) =>
    harness.pool.query('UPDATE whistle SET state = $2, version = $3 WHERE id = $1', [id, state, version]);

  it('finds nothing where nobody has tampered, however often it runs', async () => {
    const ids = [await blow(), await accept()];
    const first = await reconcile();
    expect(first).toMatchObject({ repaired: 0, reported: 0, findings: [] });
    expect(first.checked).toBeGreaterThanOrEqual(ids.length);
    const rows = await Promise.all(ids.map(rowOf));
    const second = await reconcile();
    expect([second.checked, second.findings]).toEqual([first.checked, []]);
    expect(second.id).not.toBe(first.id);
    expect(await Promise.all(ids.map(rowOf))).toEqual(rows);
  }, 60_000);

  it('starts a whistle again whose workflow was terminated before anything was decided', async () => {
    const id = await blow();
    await terminate(id);
    const report = await reconcile();
    expect(report).toMatchObject({ repaired: 1, reported: 0 });
    expect(report.findings).toEqual([expect.objectContaining({ whistleId: id, kind: 'closed', isRepaired: true })]);
    expect((await liaison.get(`/api/whistles/${id}/process`)).body).toMatchObject({ state: 'BLOWN', matchesRow: true });
    expect((await reconcile()).findings).toEqual([]);
    expect((await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' })).status).toBe(200);
  }, 60_000);

  it('starts a whistle that is noted as started and never was', async () => {
    const id = await blow();
    const strange = randomUUID();
    await harness.pool.query(
      `INSERT INTO whistle SELECT (jsonb_populate_record(w, jsonb_build_object(
         'id', $2::uuid, 'number', 'ZX-LOST-1', 'tracking_code', 'LOST1', 'workflow_started_at', now()))).*
       FROM whistle w WHERE id = $1`,
      [id, strange],
    );
    const report = await reconcile();
    expect(report.findings).toEqual([
      { whistleId: strange, kind: 'neverStarted', isRepaired: true, row: { state: 'BLOWN', version: 1 } },
    ]);
    expect((await reconcile()).findings).toEqual([]);
  }, 60_000);

  it('reports a workflow lost in mid-road, a row that differs and one that has ended, and touches none', async () => {
    const [lost, differing, ended] = [await accept(), await accept(), await accept()];
    const before = await Promise.all([lost, differing, ended].map(rowOf));
    await terminate(lost);
    await tamper(differing, 'VERIFYING', before[1].version);
    await tamper(ended, 'WITHDRAWN', before[2].version + 1);
    const report = await reconcile();
    const kinds = Object.fromEntries(
      report.findings.map((one: { whistleId: string; kind: string }) => [one.whistleId, one.kind]),
    );
    expect(kinds).toEqual({ [lost]: 'closed', [differing]: 'differs', [ended]: 'endedButRuns' });
    expect(report).toMatchObject({ repaired: 0, reported: 3 });
    expect(await rowOf(lost)).toEqual(before[0]);
    expect(await rowOf(differing)).toEqual({ ...before[1], state: 'VERIFYING' });
    const again = await reconcile();
    expect([again.repaired, again.reported]).toEqual([0, 3]);
  }, 60_000);

  it('reports an open entry of the ledger whose workflow is not there, and one that stands elsewhere', async () => {
    const [lost, astray, whistleId] = [randomUUID(), randomUUID(), await blow()];
    await harness.pool.query(
      `INSERT INTO ledger_entry (id, subdistrict_id, version, last_decision_id, whistle_id, number, serial, community_id,
         state, days, applied_by, applied_at, deadlines)
       SELECT unnest($1::uuid[]), 'zx', 3, '-', $2, 'ZX-1', 'ZX-L-' || gen_random_uuid(), 'ZX01', 'RUNNING', 30, 'zx-head-cgj', now(), '[]'`,
      [[lost, astray], whistleId],
    );
    const terms = termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G4', CHINA_CALENDAR);
    const ids = { entryId: astray, whistleId, number: 'ZX-1', subdistrictId: 'zx', communityId: 'ZX01' };
    const milestones = [{ milestoneId: randomUUID(), dueAt: Date.now() + 86_400_000, state: 'PENDING', slips: 0 }];
    const entry = await temporal.workflow.start('ledgerWorkflow', {
      ...{ workflowId: ledgerWorkflowId(astray), taskQueue: TASK_QUEUES.whistles },
      args: [{ ...ids, appliedAt: Date.now(), days: 30, milestones, terms, resumed: { version: 9, milestones } }],
    });
    const report = await reconcile();
    const about = (id: string) => ({
      ...{ whistleId, process: { kind: 'ledgerEntry', id }, isRepaired: false, remedy: expect.any(String) },
    });
    const row = { state: 'RUNNING', version: 3 };
    const found = report.findings.filter(({ process }: { process?: object }) => process);
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({ ...about(lost), kind: 'neverStarted', row });
    expect(found).toContainEqual({
      ...about(astray),
      kind: 'differs',
      row,
      workflow: { state: 'RUNNING', version: 9 },
    });
    expect(report.owner).toBe('whistles');
    await entry.terminate();
    await harness.pool.query('DELETE FROM ledger_entry WHERE whistle_id = $1', [whistleId]);
  }, 60_000);

  /** A matter whose lead has applied for the ledger; its workflow goes on from there as that of a reopened one does. */
  async function applied(): Promise<{ whistleId: string; entryId: string; milestoneId: string }> {
    const whistleId = await accept();
    await terminate(whistleId);
    const { version } = await rowOf(whistleId);
    const [entryId, milestoneId, at] = [randomUUID(), randomUUID(), Date.now()];
    const counts = { reworkCount: 0, dissatisfiedCount: 0, failedVerifications: 0, reporterCount: 0 };
    const progress = {
      ...{
        ...counts,
        tasks: [],
        memberIds: [],
        absorbedIds: [],
        isCountersigned: false,
        conclusions: 0,
        lateSteps: [],
      },
      ledger: { entryId, milestones: [{ milestoneId, dueAt: at + 30 * 86_400_000 }] },
    };
    await temporal.workflow.start('whistleWorkflow', {
      ...{ workflowId: whistleWorkflowId(whistleId), taskQueue: TASK_QUEUES.whistles },
      args: [
        {
          ...{ whistleId, number: 'ZX-1', subdistrictId: 'zx', communityId: 'ZX01', categoryCode: 'C1', blownAt: at },
          ...{ defaultGrade: 'G4', level: 'blue', reporterCount: 0, generation: PRESENT_GENERATION },
          terms: termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G4', CHINA_CALENDAR),
          resumed: { state: 'COORDINATING', version, at, track: 'longTerm', waitingFor: [], progress },
        },
      ],
    });
    await tamper(whistleId, 'COORDINATING', version);
    await entryIs(entryId, 'APPLIED');
    return { whistleId, entryId, milestoneId };
  }
  const entryIs = async (entryId: string, state: string): Promise<void> => {
    for (let looks = 0; looks < 200; looks += 1) {
      const { rows } = await harness.pool.query('SELECT state FROM ledger_entry WHERE id = $1', [entryId]);
      if (rows[0]?.state === state) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the entry is not ${state}`);
  };
  const entryOf = (entryId: string) => temporal.workflow.getHandle(ledgerWorkflowId(entryId));
  const by = { userId: 'zx-deputyleader1', role: 'deputyLeader' } as const;
  const becomes = async (whistleId: string, state: string): Promise<void> => {
    for (let looks = 0; looks < 200; looks += 1) {
      if ((await rowOf(whistleId)).state === state) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the matter is not ${state}`);
  };

  it('begins a lost entry of the ledger again, applied for or running, and the matter hears what it comes to', async () => {
    const { whistleId, entryId, milestoneId } = await applied();
    const about = { whistleId, process: { kind: 'ledgerEntry', id: entryId }, kind: 'closed', isRepaired: true };
    const ofEntry = (report: { findings: { process?: { id: string } }[] }) =>
      report.findings.filter(({ process }) => process?.id === entryId);
    const stands = () =>
      harness.pool.query('SELECT state, version, deadlines, applied_at FROM ledger_entry WHERE id = $1', [entryId]);
    const before = (await stands()).rows;
    await entryOf(entryId).terminate('by hand');
    expect(ofEntry(await reconcile())).toMatchObject([about]);
    expect((await stands()).rows).toEqual(before);
    await entryOf(entryId).executeUpdate(ruleLedgerUpdate, { args: [{ by, isApproved: true }] });
    await becomes(whistleId, 'LEDGERED');
    await entryOf(entryId).terminate('by hand');
    expect(ofEntry(await reconcile())).toMatchObject([about]);
    expect(ofEntry(await reconcile())).toEqual([]);
    const done = { by, milestoneId, contentId: randomUUID() };
    await entryOf(entryId).executeUpdate(reportMilestoneUpdate, { args: [done] });
    await becomes(whistleId, 'VERIFYING');
    await entryIs(entryId, 'DELIVERED');
  }, 90_000);

  it('finds a matter that waits on the ledger for an entry that has ended, and says what to do about it', async () => {
    const { whistleId, entryId } = await applied();
    await entryOf(entryId).executeUpdate(ruleLedgerUpdate, { args: [{ by, isApproved: true }] });
    await becomes(whistleId, 'LEDGERED');
    // As it was left where an approval came while the entry was told to close.
    await harness.pool.query(`UPDATE ledger_entry SET state = 'CLOSED_UNSOLVED' WHERE id = $1`, [entryId]);
    const { findings } = await reconcile();
    const row = await rowOf(whistleId);
    const found = findings.filter((one: { whistleId: string }) => one.whistleId === whistleId);
    expect(found).toEqual([
      {
        ...{ whistleId, kind: 'entryEnded', isRepaired: false, row, workflow: row },
        remedy: expect.stringMatching(/撤回.*重新吹哨/),
      },
    ]);
    const english = await auditor.get('/api/reconciliations?limit=1', { 'accept-language': 'en' });
    expect(english.body.items[0].findings).toContainEqual(
      expect.objectContaining({ whistleId, remedy: expect.stringContaining('withdraws it') }),
    );
    await terminate(whistleId);
    await harness.pool.query('DELETE FROM milestone WHERE entry_id = $1', [entryId]);
    await harness.pool.query('DELETE FROM ledger_entry WHERE id = $1', [entryId]);
  }, 60_000);

  it('tells the projections how open and lately ended matters stand, what was decided just now left out', async () => {
    const [open, ended, old, fresh] = [await accept(), await blow(), await blow(), await blow()];
    const decided = (id: string, state: string, ago: string) =>
      harness.pool.query(
        `UPDATE whistle SET state = $2, decided_at = now() - $3::interval, concluded_at = $4 WHERE id = $1`,
        [id, state, ago, state === 'ARCHIVED' ? new Date(0) : null],
      );
    await decided(open, 'ASSIGNING', '100 days');
    await decided(ended, 'ARCHIVED', '6 days');
    await decided(old, 'ARCHIVED', '8 days');
    await harness.pool.query('DELETE FROM outbox_event');
    await reconcile();
    const { rows } = await harness.pool.query(
      `SELECT matter, envelope ->> 'source' AS source FROM outbox_event, json_array_elements(envelope #> '{data,matters}') matter
       WHERE envelope ->> 'type' = 'whistle.census.v1'`,
    );
    const told = new Map(rows.map(({ matter }) => [matter.whistleId, matter]));
    expect([open, ended, old, fresh].map((id) => told.has(id))).toEqual([true, true, false, false]);
    const { body } = await liaison.get(`/api/whistles/${open}`);
    const { number, version, grade, waitingFor } = body;
    expect(told.get(open)).toMatchObject({ state: 'ASSIGNING', number, version, grade, communityId: 'ZX01' });
    expect(told.get(open).waitingFor).toHaveLength(waitingFor.length);
    expect(told.get(ended)).toMatchObject({ state: 'ARCHIVED', concludedAt: 0 });
    expect(JSON.stringify(rows)).not.toContain(BODY.facts);
  }, 60_000);

  it('is scheduled daily at three in the morning in Shanghai, never two at once', async () => {
    const { spec, policies } = await temporal.schedule.getHandle('reconciliation').describe();
    expect(spec.timezone).toBe('Asia/Shanghai');
    expect(spec.calendars).toEqual([expect.objectContaining({ hour: [{ start: 3, end: 3, step: 1 }] })]);
    expect(policies.overlap).toBe('SKIP');
  });

  it('shows its reports to who may read the audit, and to nobody else', async () => {
    const admin = harness.as('zx-admin', postOf('admin'));
    expect((await admin.get('/api/reconciliations')).status).toBe(200);
    expect((await wang.get('/api/reconciliations')).status).toBe(403);
    const page = (await auditor.get('/api/reconciliations?limit=1')).body;
    const next = (await auditor.get(`/api/reconciliations?limit=1&cursor=${page.nextCursor}`)).body;
    expect(next.items[0].startedAt < page.items[0].startedAt).toBe(true);
  });
});
