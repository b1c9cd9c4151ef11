import { randomUUID } from 'node:crypto';
import {
  checkInWorkflowId,
  followUpWorkflowId,
  ledgerWorkflowId,
  TASK_QUEUES,
  whistleWorkflowId,
} from '@hsl/contracts/workflow-ids';
import { dateOf, dayOf, yearOf } from '@hsl/domain/calendar-day';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { applyLedgerUpdate, checkedInSignal } from '@hsl/workflows/whistle/whistle.messages';
import { whistleProgress } from '@hsl/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TermsService } from '../src/rules/terms.service.js';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', communityId: 'ZX01', place: '东门', facts: '电动车占道' };
const THIS_YEAR = yearOf(dayOf(Date.now()));
const NEXT = THIS_YEAR + 1;
/** Lies in the next year whenever it starts. */
const MORE_THAN_A_YEAR = { kind: 'workingDays', amount: 270 };
const DAY_MS = 86_400_000;

interface Shown {
  provisional: boolean;
  dueAt: number;
}

describe('a calendar that is rolled out', () => {
  let harness: Harness;
  let temporal: TemporalClient;
  let wang: Caller;
  let liaison: Caller;
  let admin: Caller;
  beforeAll(async () => {
    harness = await openHarness();
    temporal = harness.app.get(TemporalClient, { strict: false });
    wang = harness.as('zx-worker-01', worker());
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
    admin = harness.as('zx-admin', postOf('admin'));
    await harness.pool.query(
      `INSERT INTO work_calendar (subdistrict_id, version, first_year, last_year, holidays, make_up_workdays)
       SELECT subdistrict_id, 50, first_year, $1, holidays, make_up_workdays
       FROM work_calendar WHERE subdistrict_id = 'zx' ORDER BY version DESC LIMIT 1`,
      [THIS_YEAR],
    );
    const slow = structuredClone(DEFAULT_RULE_SET);
    Object.assign(slow.steps, { ledgerApproval: MORE_THAN_A_YEAR, lookBackReport: MORE_THAN_A_YEAR });
    await harness.pool.query(
      `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by)
       VALUES ('zx', 2, now() - interval '1 hour', $1, 'spec')`,
      [JSON.stringify(slow)],
    );
    harness.app.get(TermsService, { strict: false }).forget('zx');
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (const end = Date.now() + 40_000; ;) {
      const seen = await look();
      if (seen !== undefined) return seen;
      if (Date.now() > end) throw new Error('waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  const rowsOf = async (text: string, id: string) => (await harness.pool.query(text, [id])).rows;
  const deadlineIn = async (table: string, id: string, step: string): Promise<Shown | undefined> => {
    const [row] = await rowsOf(`SELECT deadlines FROM ${table} WHERE id = $1`, id);
    return row?.deadlines.find((one: { step: string }) => one.step === step);
  };
  const blow = async (categoryCode = 'C1'): Promise<string> => {
    const { status, body } = await wang.post('/api/whistles', { ...BODY, categoryCode });
    expect(status).toBe(201);
    expect((await liaison.get(`/api/whistles/${body.id}/process`)).body.matchesRow).toBe(true);
    return body.id;
  };

  /** The members' and the departments' workers are not there: their workflows only gather what they are told. */
  const signalsTo = async (workflowId: string): Promise<string[]> => {
    const { events } = await temporal.workflow.getHandle(workflowId).fetchHistory();
    return (events ?? []).flatMap((one) => one.workflowExecutionSignaledEventAttributes?.signalName ?? []);
  };

  /** A long-term matter at work whose ledger entry waits for its approval. */
  async function applied(): Promise<{ id: string; entryId: string }> {
    const id = await blow('C3');
    const whistle = temporal.workflow.getHandle(whistleWorkflowId(id));
    const accepted = await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G4', track: 'longTerm' });
    expect(accepted.status).toBe(200);
    await whistle.signal(checkedInSignal, { memberId: 'ZX-M01', substituted: false });
    await until(async () =>
      (await rowsOf('SELECT state FROM whistle WHERE id = $1', id))[0].state === 'CHECKED_IN' ? true : undefined,
    );
    expect((await liaison.post(`/api/whistles/${id}/dispatch`, { leadDepartmentId: 'ZX-CGJ' })).status).toBe(200);
    const entryId = randomUUID();
    const milestones = [{ milestoneId: randomUUID(), dueAt: Date.now() + 50 * DAY_MS }];
    await whistle.executeUpdate(applyLedgerUpdate, {
      args: [{ by: { userId: 'zx-head-cgj', role: 'head' }, entryId, milestones }],
    });
    await until(() => deadlineIn('ledger_entry', entryId, 'ledgerApproval'));
    return { id, entryId };
  }

  /** A concluded matter whose first look-back waits for its report, and whose check-in some member still owes. */
  async function watched(): Promise<string> {
    const id = await blow();
    await temporal.workflow.getHandle(whistleWorkflowId(id)).terminate('concluded by hand');
    await harness.pool.query(
      `INSERT INTO look_back (whistle_id, sequence, subdistrict_id, due_at, state)
       VALUES ($1, 1, 'zx', now(), 'SCHEDULED')`,
      [id],
    );
    await temporal.workflow.start('checkInWorkflow', {
      ...{ workflowId: checkInWorkflowId(id), taskQueue: TASK_QUEUES.members, args: [{ whistleId: id }] },
    });
    await harness.pool.query(
      `UPDATE whistle SET state = 'CONCLUDED', concluded_at = now(), progress = $2 WHERE id = $1`,
      [id, JSON.stringify(whistleProgress({ conclusions: 1 }))],
    );
    await until(() => deadlineIn('whistle', id, 'lookBack'));
    return id;
  }

  it('reaches members asked, departments at work, ledger entries and follow-ups, and their rows say so', async () => {
    const [{ id, entryId }, concluded] = [await applied(), await watched()];
    const approval = (await deadlineIn('ledger_entry', entryId, 'ledgerApproval'))!;
    const report = (await deadlineIn('whistle', concluded, 'lookBack'))!;
    expect([approval.provisional, report.provisional]).toEqual([true, true]);

    const holidays = [...new Set([approval, report].map(({ dueAt }) => dateOf(dayOf(dueAt))))];
    const year = { year: NEXT, holidays, makeUpWorkdays: [] };
    expect((await admin.post('/api/calendar', year)).status).toBe(201);
    const known = async (table: string, of: string, step: string) => {
      const shown = await deadlineIn(table, of, step);
      return shown && !shown.provisional ? shown : undefined;
    };
    expect((await until(() => known('ledger_entry', entryId, 'ledgerApproval'))).dueAt).toBeGreaterThan(approval.dueAt);
    expect((await until(() => known('whistle', concluded, 'lookBack'))).dueAt).toBeGreaterThan(report.dueAt);
    const [row] = await rowsOf('SELECT due_at FROM whistle WHERE id = $1', concluded);
    expect(row.due_at.getTime()).toBeGreaterThan(report.dueAt);

    const [task] = (await rowsOf('SELECT progress FROM whistle WHERE id = $1', id))[0].progress.tasks;
    for (const workflowId of [
      checkInWorkflowId(id),
      `whistle/${id}/task/${task.taskId}`,
      checkInWorkflowId(concluded),
    ]) {
      const signals = await until(async () => {
        const all = await signalsTo(workflowId);
        return all.includes('calendarLoaded') ? all : undefined;
      });
      expect(signals).toEqual(['calendarLoaded']);
    }
    for (const workflowId of [ledgerWorkflowId(entryId), followUpWorkflowId(concluded)]) {
      expect(await signalsTo(workflowId)).toEqual(['calendarLoaded']);
    }
  }, 90_000);
});
