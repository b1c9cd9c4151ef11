import { randomUUID } from 'node:crypto';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import type { TaskQueue } from '@hsl/contracts/workflow-ids';
import { HealthRegistry } from '@hsl/platform/health-registry';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { buildIdOf } from '@hsl/temporal/worker-build';
import { WorkerRouting } from '@hsl/temporal/worker-routing';
import { Logger } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installQuietRuntime } from './quiet-runtime.js';
import { recorder } from './recorder.js';
import { changedBundle, PATCHED_MEMO } from './recording/changed-bundle.js';
import type { History } from './recording/history-file.js';
import { presentBundles } from './recording/replay.js';
import { blow, toCoordinating, until, work, type Ground, type Road } from './road.js';

const buildOf = (version: string) => buildIdOf({ version, builtAt: '20261126120000', hash: 'abcdef01' });
const [V1, V2] = [buildOf('1.0.0'), buildOf('2.0.0')];
/** ROUTING_CONFIG_UPDATE_STATE_COMPLETED of temporal.api.enums.v1. */
const ROUTED = 2;
/** How far a matter has come when the new version arrives; two of each. */
const STOPS = ['blown', 'assigning', 'checkedIn', 'coordinating', 'verifying', 'revisiting'] as const;
type Stop = (typeof STOPS)[number];

describe('the change-over from one version of the workflows to the next', () => {
  let stack: TestStack;
  let temporal: TemporalClient;
  let native: NativeConnection;
  let connection: Connection;
  let ground: Ground;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    installQuietRuntime();
    Logger.overrideLogger(['error']);
    stack = await startTestStack({ servers: ['temporal'] });
    const { temporalAddress: address, temporalNamespace: namespace } = stack.addresses;
    Object.assign(process.env, { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
    temporal = new TemporalClient(new HealthRegistry());
    [native, connection] = await Promise.all([NativeConnection.connect({ address }), Connection.connect({ address })]);
    const client = new Client({ connection, namespace });
    ground = { client, records: recorder(client), env: { currentTimeMs: () => Promise.resolve(Date.now()) } };
  });
  afterAll(async () => {
    await Promise.all(stops.map((stop) => stop()));
    await native.close();
    await connection.close();
    await temporal.onApplicationShutdown();
    await stack.stop();
  });

  /** A worker as the owner of the queue runs it, and its routing once the tasks come to it. */
  async function roll(taskQueue: TaskQueue, buildId: string, workflowBundle: WorkflowBundle): Promise<WorkerRouting> {
    const version = { deploymentName: `hsl-${taskQueue}`, buildId };
    const worker = await Worker.create({
      ...{ connection: native, namespace: temporal.namespace, taskQueue, workflowBundle },
      activities: ground.records.activities,
      workerDeploymentOptions: { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' },
    });
    const running = worker.run();
    stops.push(() => (worker.shutdown(), running));
    const routing = new WorkerRouting(temporal, version);
    await until(async () => ((await routing.look()) === 'here' ? true : undefined), 30_000);
    return routing;
  }

  /** Every partition of the queue has heard where its tasks go: a moment after the server has agreed. */
  async function routed(queue: TaskQueue): Promise<void> {
    const named = { namespace: temporal.namespace, deploymentName: `hsl-${queue}` };
    await until(async () => {
      const { workerDeploymentInfo } = await temporal.workflowService.describeWorkerDeployment(named);
      return workerDeploymentInfo?.routingConfigUpdateState === ROUTED ? true : undefined;
    });
  }

  const done: Readonly<Record<Stop, (road: Road) => Promise<unknown>>> = {
    blown: () => Promise.resolve(),
    assigning: (road) => road.accept(),
    checkedIn: async (road) => {
      await until(() => road.checkIns().find(({ fact }) => fact.type === 'requested'));
      await road.confirm('M01');
      await until(() => road.decisions().find(({ fact }) => fact.type === 'checkedIn'));
    },
    coordinating: async (road) => {
      await road.dispatch('ZX-CGJ', 'ZX-XFD');
      await until(() => (new Set(road.tasks().map(({ taskId }) => taskId)).size === 2 ? true : undefined));
    },
    verifying: (road) => work(road, ...new Set(road.tasks().map(({ taskId }) => taskId))),
    revisiting: (road) => road.verify('pass'),
  };
  const advance = async (road: Road, steps: readonly Stop[]) => {
    for (const step of steps) await done[step](road);
  };

  async function historiesOf(road: Road): Promise<History[]> {
    const tasks = [...new Set(road.tasks().map(({ taskId }) => taskId))];
    const handles = [road.whistle, road.checkIn, ...tasks.map((taskId) => road.task(taskId))];
    return Promise.all(handles.map((handle) => handle.fetchHistory()));
  }
  const eventsOf = ({ events }: History) => events ?? [];
  const failedTasks = (history: History) => eventsOf(history).filter((one) => one.workflowTaskFailedEventAttributes);
  const lastBuild = (history: History) =>
    eventsOf(history).findLast((one) => one.workflowTaskCompletedEventAttributes)?.workflowTaskCompletedEventAttributes
      ?.deploymentVersion?.buildId;
  const isPatched = (history: History) =>
    eventsOf(history).some((one) => one.markerRecordedEventAttributes?.markerName === 'core_patch');

  it('takes open whistles along wherever they are, side by side with the old workers, and none fails', async () => {
    const bundles = presentBundles();
    const queues = [...bundles.keys()] as TaskQueue[];
    const old = await Promise.all(queues.map((queue) => roll(queue, V1, bundles.get(queue)!)));
    const open: { road: Road; left: readonly Stop[] }[] = [];
    for (const stop of [...STOPS, ...STOPS]) {
      const road = await blow(ground, { whistleId: randomUUID() });
      const here = STOPS.indexOf(stop) + 1;
      await advance(road, STOPS.slice(0, here));
      open.push({ road, left: STOPS.slice(here) });
    }

    const changed = await changedBundle('whistles', PATCHED_MEMO);
    await roll('whistles', V2, changed);
    await routed('whistles');
    expect(await old[queues.indexOf('whistles')]!.look()).toBe('newer');

    for (const { road, left } of open) {
      await advance(road, left);
      expect((await road.revisit('satisfied')).state).toBe('CONCLUDED');
      await road.whistle.result();
      const histories = await historiesOf(road);
      expect(histories.flatMap(failedTasks)).toEqual([]);
      expect(lastBuild(histories[0]!)).toBe(V2);
      expect(lastBuild(histories[1]!)).toBe(V1);
    }

    const after = await blow(ground, {});
    await toCoordinating(after);
    const [whistle] = await historiesOf(after);
    expect([isPatched(whistle!), lastBuild(whistle!), failedTasks(whistle!).length]).toEqual([true, V2, 0]);
  }, 120_000);
});
