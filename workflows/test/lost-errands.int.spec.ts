import { ledgerWorkflowId, sessionWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DepartmentTaskInput } from '../src/department-task/department-task.messages.js';
import { holdSessionUpdate, sessionQuery, type DeliberationInput } from '../src/deliberation/deliberation.messages.js';
import * as ledger from '../src/ledger/ledger.messages.js';
import { applyLedgerUpdate, deliberateUpdate, processQuery, withdrawUpdate } from '../src/whistle/whistle.messages.js';
import { installQuietRuntime } from './quiet-runtime.js';
import { recorder } from './recorder.js';
import { presentBundles } from './recording/replay.js';
import { blow, by, termsOf, toCoordinating, until, work, type Ground, type Road } from './road.js';

const DAY_MS = 86_400_000;
const QUEUES = ['whistles', 'members', 'departments', 'topics'] as const;

/** On a real server: the one that skips time tells a matter nothing of a child that somebody has terminated. */
describe('a matter whose task, entry or session was terminated', () => {
  let stack: TestStack;
  let stage: Ground;
  let close: () => Promise<void>;
  beforeAll(async () => {
    installQuietRuntime();
    stack = await startTestStack({ servers: ['temporal'] });
    const { temporalAddress: address, temporalNamespace: namespace } = stack.addresses;
    const [native, connection] = await Promise.all([
      NativeConnection.connect({ address }),
      Connection.connect({ address }),
    ]);
    const client = new Client({ connection, namespace });
    stage = { client, records: recorder(client), env: { currentTimeMs: () => Promise.resolve(Date.now()) } };
    const { activities } = stage.records;
    const workers = await Promise.all(
      QUEUES.map((taskQueue) => {
        const workflowBundle = presentBundles().get(taskQueue)!;
        return Worker.create({ connection: native, namespace, taskQueue, workflowBundle, activities });
      }),
    );
    const running = workers.map((worker) => worker.run());
    close = async () => {
      workers.forEach((worker) => worker.shutdown());
      await Promise.all(running);
      await native.close();
      await connection.close();
      await stack.stop();
    };
  }, 60_000);
  afterAll(() => close(), 60_000);

  const stateOf = async ({ whistle }: Road) => (await whistle.query(processQuery)).state;
  const runs = async (handle: WorkflowHandle) => (await handle.describe()).status.name;

  /** What the newest run of it was begun with. */
  async function inputOf<Input>(handle: WorkflowHandle): Promise<Input> {
    const { events } = await handle.fetchHistory();
    const [payload] = events![0]!.workflowExecutionStartedEventAttributes!.input!.payloads!;
    return defaultPayloadConverter.fromPayload<Input>(payload!);
  }

  /** As the reconciliation does it. */
  const beginTaskAgain = async (road: Road, taskId: string): Promise<void> => {
    const { workflowId } = road.task(taskId);
    const input = await inputOf<DepartmentTaskInput>(road.task(taskId));
    await stage.client.workflow.start('departmentTaskWorkflow', {
      ...{ workflowId, taskQueue: TASK_QUEUES.departments },
      args: [{ ...input, isBegunAgain: true }],
    });
  };
  /** The matter has heard of it: its history says so. */
  const terminated = async (road: Road, handle: WorkflowHandle): Promise<void> => {
    await handle.terminate('by hand');
    await until(async () => {
      const { events } = await road.whistle.fetchHistory();
      return events!.some(({ childWorkflowExecutionTerminatedEventAttributes: told }) => told) ? true : undefined;
    });
  };

  it('goes on, and hears from the task that was begun again, by the same clock', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    const before = road.tasks().find(({ taskId }) => taskId === lead)!;
    await terminated(road, road.task(lead));
    await doneBy(road, supporting);
    expect([await stateOf(road), await runs(road.whistle)]).toEqual(['COORDINATING', 'RUNNING']);
    await beginTaskAgain(road, lead);
    const again = await until(() => road.tasks().findLast((one) => one.taskId === lead && one.version === 1));
    expect(again.after).toMatchObject({
      ...{ state: 'DISPATCHED', acknowledgeDueAt: before.after.acknowledgeDueAt },
      feedbackDueAt: before.after.feedbackDueAt,
    });
    await work(road, lead);
    expect(await stateOf(road)).toBe('VERIFYING');
    expect((await road.verify('fail')).state).toBe('COORDINATING');
    // The next round is a child again.
    await until(() => road.tasks().find((one) => one.taskId === lead && one.after.round === 2));
    await road.feedBack(lead);
    await until(async () => ((await stateOf(road)) === 'VERIFYING' ? true : undefined));
  });

  it('stops the task that was begun again once nothing is wanted of it', async () => {
    const road = await blow(stage);
    const { supporting } = await toCoordinating(road);
    await terminated(road, road.task(supporting));
    await beginTaskAgain(road, supporting);
    await road.act(withdrawUpdate, 'communityHead', { needsApproval: false });
    await until(() => road.tasks().find((one) => one.taskId === supporting && one.after.state === 'CANCELLED'));
    await road.whistle.result();
    // It is no child of the matter any more, which does not wait for its last step.
    await road.task(supporting).result();
    expect(await runs(road.task(supporting))).toBe('COMPLETED');
  });

  it('ends although the task was never begun again', async () => {
    const road = await blow(stage);
    const { supporting } = await toCoordinating(road);
    await terminated(road, road.task(supporting));
    await road.act(withdrawUpdate, 'communityHead', { needsApproval: false });
    await road.whistle.result();
    expect(await runs(road.whistle)).toBe('COMPLETED');
  });

  it('is delivered by the entry of the ledger that was begun again with what stands in its row', async () => {
    const road = await blow(stage, { defaultGrade: 'G4', terms: termsOf('G4') });
    await toCoordinating(road, 'G4', 'longTerm');
    const now = await stage.env.currentTimeMs();
    const milestones = [30, 60].map((days) => ({ milestoneId: `m${days}`, dueAt: now + days * DAY_MS }));
    const entryId = `${road.whistleId}-L`;
    await road.act(applyLedgerUpdate, 'head', { entryId, milestones });
    const entry = stage.client.workflow.getHandle(ledgerWorkflowId(entryId));
    const rows = () => stage.records.ledger.filter((one) => one.whistleId === road.whistleId);
    await until(() => rows().at(0));
    await entry.executeUpdate(ledger.ruleLedgerUpdate, { args: [{ by: by('deputyLeader'), isApproved: true }] });
    await until(async () => ((await stateOf(road)) === 'LEDGERED' ? true : undefined));
    const report = (milestoneId: string) =>
      entry.executeUpdate(ledger.reportMilestoneUpdate, {
        args: [{ by: by('handler'), milestoneId, contentId: 'evidence' }],
      });
    await report('m30');
    const { version, after } = rows().at(-1)!;
    await terminated(road, entry);
    const input = await inputOf<ledger.LedgerInput>(entry);
    await stage.client.workflow.start('ledgerWorkflow', {
      ...{ workflowId: ledgerWorkflowId(entryId), taskQueue: TASK_QUEUES.whistles },
      args: [{ ...input, isBegunAgain: true, resumed: { version, milestones: after.milestones } }],
    });
    await report('m60');
    await until(async () => ((await stateOf(road)) === 'VERIFYING' ? true : undefined));
    expect(rows().map((one) => one.version)).toEqual([1, 2, 3, 4, 5]);
  });

  /** It waits for a session that somebody has terminated. */
  const withoutSession = async () => {
    const road = await blow(stage);
    await road.accept();
    await until(() => road.checkIns()[0]);
    await road.confirm('M01');
    await until(() => road.decisions().find((one) => one.fact.type === 'checkedIn'));
    const sessionId = `${road.whistleId}-1`;
    await road.act(deliberateUpdate, 'member', { sessionId });
    await until(() => road.sessions()[0]);
    const session = stage.client.workflow.getHandle(sessionWorkflowId(sessionId));
    const { dueAt } = await session.query(sessionQuery);
    await terminated(road, session);
    return { road, session, dueAt };
  };

  it('hears from the session that was begun again with what stands in its row, by the same clock', async () => {
    const { road, session, dueAt } = await withoutSession();
    expect([await stateOf(road), await runs(road.whistle)]).toEqual(['DELIBERATING', 'RUNNING']);
    const input = await inputOf<DeliberationInput>(session);
    const resumed = { version: 1, round: 1, since: input.convenedAt, fired: 0 } as const;
    await stage.client.workflow.start('deliberationWorkflow', {
      ...{ workflowId: session.workflowId, taskQueue: TASK_QUEUES.topics },
      args: [{ ...input, resumed, isBegunAgain: true }],
    });
    expect((await session.query(sessionQuery)).dueAt).toBe(dueAt);
    const command = { by: by('member'), outcome: 'consensus', contentId: 'minutes' } as const;
    await session.executeUpdate(holdSessionUpdate, { args: [command] });
    const heard = await until(() => road.decisions().find((one) => one.fact.type === 'deliberated'));
    expect(heard.fact).toMatchObject({ outcome: 'consensus' });
    expect(road.sessions().map(({ version, fact }) => [version, fact.type])).toEqual([
      [1, 'convened'],
      [2, 'held'],
    ]);
    expect((await road.dispatch('ZX-CGJ', 'ZX-XFD', 'ZX-GDG')).state).toBe('COORDINATING');
  });

  it('ends although the session was never begun again', async () => {
    const { road } = await withoutSession();
    await road.act(withdrawUpdate, 'communityHead', { needsApproval: false });
    await road.whistle.result();
    expect(await runs(road.whistle)).toBe('COMPLETED');
  });
});

/** One department is done; the matter waits for the others. */
async function doneBy(road: Road, taskId: string): Promise<void> {
  await road.acknowledge(taskId);
  await road.feedBack(taskId);
}
