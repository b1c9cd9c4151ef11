import { checkInWorkflowId, TASK_QUEUES, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { termsFor } from '@hsl/domain/matter-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import {
  checkInQuery,
  confirmUpdate,
  declineUpdate,
  type DeclineCommand,
} from '@hsl/workflows/check-in/check-in.messages';
import { reconcile } from '@hsl/testing/reconcile';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, startMembers, startSilentWhistle, type MembersUnderTest } from './members-under-test.js';

jest.setTimeout(90_000);

describe('the reconciliation of check-ins with their workflows', () => {
  let members: MembersUnderTest;
  let temporal: TemporalClient;
  beforeAll(async () => {
    members = await startMembers(['postgres', 'temporal'], 'api,worker');
    temporal = members.app.get(TemporalClient);
  }, 90_000);
  afterAll(() => members.close());

  async function asked(): Promise<string> {
    const whistleId = await startSilentWhistle(members.app);
    const terms = termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G3', CHINA_CALENDAR);
    const matter = { whistleId, number: 'ZX-2026-000123', subdistrictId: 'zx', communityId: 'ZX03' };
    await temporal.workflow.start('checkInWorkflow', {
      ...{ workflowId: checkInWorkflowId(whistleId), taskQueue: TASK_QUEUES.members },
      args: [{ ...matter, categoryCode: 'C1', terms }],
    });
    await eventually(async () => {
      const { rowCount } = await members.pool.query('SELECT 1 FROM check_in WHERE whistle_id = $1', [whistleId]);
      return rowCount === 2 ? true : undefined;
    });
    return whistleId;
  }

  it('finds nothing where each runs, nor where nobody owes an answer any more', async () => {
    const [, answered] = [await asked(), await asked()];
    await temporal.workflow.getHandle(checkInWorkflowId(answered)).terminate('over');
    await members.pool.query(`UPDATE check_in SET state = 'MISSED' WHERE whistle_id = $1`, [answered]);
    expect(await reconcile(temporal, 'members')).toMatchObject({
      owner: 'members',
      subdistrictId: 'zx',
      checked: 1,
      findings: [],
    });
  });

  it('begins one again that had only asked, and the same members wait by the same clock', async () => {
    const lost = await asked();
    const rows = async () => (await members.pool.query('SELECT * FROM check_in WHERE whistle_id = $1', [lost])).rows;
    const before = await rows();
    const workflow = temporal.workflow.getHandle(checkInWorkflowId(lost));
    await workflow.terminate('by hand');
    const report = await reconcile(temporal, 'members');
    expect(report).toMatchObject({ checked: 2, repaired: 1, reported: 0 });
    expect(report.findings).toMatchObject([{ whistleId: lost, kind: 'closed', isRepaired: true }]);
    const one = before[0] as { id: string; due_at: Date };
    await workflow.executeUpdate(confirmUpdate, {
      args: [{ by: { userId: 'zx-m', role: 'member' }, checkInId: one.id }],
    });
    const after = await rows();
    expect(after.map(({ id }) => id as string).toSorted()).toEqual(before.map(({ id }) => id as string).toSorted());
    expect(after.find(({ id }) => id === one.id)).toMatchObject({ state: 'CONFIRMED', due_at: one.due_at });
    const { asked: known } = await workflow.query(checkInQuery);
    expect(known.map(({ dueAt }) => dueAt)).toEqual([one.due_at.getTime(), one.due_at.getTime()]);
  });

  it('only reports one in which more was decided, or whose matter has ended, and touches neither', async () => {
    const [decided, ended] = [await asked(), await asked()];
    const [{ id: checkInId }] = (await members.pool.query('SELECT id FROM check_in WHERE whistle_id = $1', [decided]))
      .rows;
    const by = { userId: 'zx-m', role: 'member' } as const;
    const declined = { args: [{ by, checkInId, reasonCode: 'absence' }] as [DeclineCommand] };
    await temporal.workflow.getHandle(checkInWorkflowId(decided)).executeUpdate(declineUpdate, declined);
    await temporal.workflow.getHandle(whistleWorkflowId(ended)).terminate('over');
    for (const id of [decided, ended]) await temporal.workflow.getHandle(checkInWorkflowId(id)).terminate('by hand');
    const rows = async () =>
      (await members.pool.query('SELECT * FROM check_in WHERE whistle_id = ANY($1) ORDER BY id', [[decided, ended]]))
        .rows;
    const before = await rows();
    const report = await reconcile(temporal, 'members');
    expect(report).toMatchObject({ repaired: 0, reported: 2 });
    expect(new Map(report.findings.map(({ whistleId, row }) => [whistleId, row?.version]))).toEqual(
      new Map([
        [decided, 2],
        [ended, 1],
      ]),
    );
    expect(await rows()).toEqual(before);
  });

  it('is scheduled daily, on its own queue', async () => {
    const { action } = await eventually(async () => {
      const handle = temporal.schedule.getHandle('reconciliation/members');
      return handle.describe().catch(() => undefined);
    });
    expect(action).toMatchObject({ taskQueue: TASK_QUEUES.members, args: [{ owner: 'members' }] });
  });
});
