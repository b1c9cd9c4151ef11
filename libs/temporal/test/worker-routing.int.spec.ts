import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { HealthRegistry } from '@hsl/platform/health-registry';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { buildIdOf } from '@hsl/temporal/worker-build';
import { WorkerRouting, type Routing } from '@hsl/temporal/worker-routing';
import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const LOGGER = new DefaultLogger('ERROR');
const buildAt = (minute: number) => buildIdOf({ version: '1.0.0', builtAt: `2026112612${minute}00`, hash: 'abcdef01' });
const [OLD, NEW, NEWEST] = [buildAt(10), buildAt(20), buildAt(30)];

describe('the tasks of a queue', () => {
  let stack: TestStack;
  let temporal: TemporalClient;
  let connection: NativeConnection;
  let workflowBundle: { code: string };
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    Logger.overrideLogger(['error']);
    Runtime.install({ logger: LOGGER, shutdownSignals: [] });
    stack = await startTestStack({ servers: ['temporal'] });
    process.env['TEMPORAL_ADDRESS'] = stack.addresses.temporalAddress;
    temporal = new TemporalClient(new HealthRegistry());
    connection = await NativeConnection.connect({ address: stack.addresses.temporalAddress });
    const workflowsPath = fileURLToPath(new URL('./open-matter.workflow.ts', import.meta.url));
    workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: LOGGER });
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
  afterAll(async () => {
    await connection.close();
    await temporal.onApplicationShutdown();
    await stack.stop();
  });

  /** A queue of its own for each test, with its deployment. */
  function newQueue() {
    const taskQueue = `queue-${randomUUID()}`;
    const deploymentName = `hsl-${taskQueue}`;
    const { namespace } = temporal;
    async function work(buildId?: string): Promise<() => Promise<void>> {
      const workerDeploymentOptions = buildId && {
        ...{ version: { deploymentName, buildId }, useWorkerVersioning: true as const },
        defaultVersioningBehavior: 'AUTO_UPGRADE' as const,
      };
      const options = { connection, namespace, taskQueue, workflowBundle, shutdownGraceTime: '1 second' };
      const worker = await Worker.create(workerDeploymentOptions ? { ...options, workerDeploymentOptions } : options);
      const running = worker.run();
      let stopped: Promise<void> | undefined;
      const stop = () => (stopped ??= (worker.shutdown(), running));
      stops.push(stop);
      return stop;
    }
    const routingOf = (buildId: string) => new WorkerRouting(temporal, { deploymentName, buildId });
    return {
      ...{ deploymentName, namespace, work, routingOf },
      current: async () => {
        const found = await temporal.workflowService.describeWorkerDeployment({ namespace, deploymentName });
        return found.workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId;
      },
      open: () => temporal.workflow.start('openMatterWorkflow', { taskQueue, workflowId: randomUUID() }),
    };
  }

  /** Looks until it is known where the tasks go: the server learns of a worker a moment after its first poll. */
  async function settled(routing: WorkerRouting): Promise<Routing> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if ((await routing.look()) !== 'unknown') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return routing.routing;
  }

  it('come to the first build that has a worker, also those of matters opened before', async () => {
    const queue = newQueue();
    const matter = await queue.open();
    expect(await queue.routingOf(OLD).look()).toBe('unknown');
    await queue.work(OLD);
    expect(await settled(queue.routingOf(OLD))).toBe('here');
    await matter.signal('end');
    expect(await matter.result()).toBe('ended');
  });

  it('come to the one build that all replicas run, though all of them ask at once', async () => {
    const queue = newQueue();
    // One process cannot run a build twice on one queue; replicas differ by who asks.
    await queue.work(OLD);
    const replicas = [1, 2, 3].map(() => queue.routingOf(OLD));
    expect(await Promise.all(replicas.map(settled))).toEqual(['here', 'here', 'here']);
    expect(await queue.current()).toBe(OLD);
  });

  it('move to a newer build, and open matters go on there when the old worker is gone', async () => {
    const queue = newQueue();
    const stopOld = await queue.work(OLD);
    await settled(queue.routingOf(OLD));
    const matter = await queue.open();
    await queue.work(NEW);
    expect(await settled(queue.routingOf(NEW))).toBe('here');
    await stopOld();
    await matter.signal('end');
    expect(await matter.result()).toBe('ended');
    const { events } = await matter.fetchHistory();
    const builds = events!.flatMap((one) => one.workflowTaskCompletedEventAttributes?.deploymentVersion?.buildId ?? []);
    expect(builds.at(-1)).toBe(NEW);
    expect(events!.filter((one) => one.workflowTaskFailedEventAttributes)).toEqual([]);
  });

  it('are not taken back by an older build that restarts', async () => {
    const queue = newQueue();
    const stopOld = await queue.work(OLD);
    await settled(queue.routingOf(OLD));
    await queue.work(NEW);
    await settled(queue.routingOf(NEW));
    await stopOld();
    await queue.work(OLD);
    expect(await settled(queue.routingOf(OLD))).toBe('newer');
    expect(await queue.current()).toBe(NEW);
  });

  it('come to the newest of several builds that ask at once', async () => {
    const queue = newQueue();
    await Promise.all([queue.work(NEWEST), queue.work(OLD), queue.work(NEW)]);
    const asking = [OLD, NEWEST, NEW].map((buildId) => queue.routingOf(buildId));
    await Promise.all(asking.map(settled));
    expect(await Promise.all(asking.map(settled))).toEqual(['newer', 'here', 'newer']);
    expect(await queue.current()).toBe(NEWEST);
  });

  it('come from a worker without a build, as every worker was before builds had names', async () => {
    const queue = newQueue();
    const stopUnnamed = await queue.work();
    const matter = await queue.open();
    while ((await matter.fetchHistory()).events!.length < 4) await new Promise((resolve) => setTimeout(resolve, 50));
    await queue.work(NEW);
    await settled(queue.routingOf(NEW));
    await stopUnnamed();
    await matter.signal('end');
    expect(await matter.result()).toBe('ended');
  });

  it('stay where a person has sent them', async () => {
    const queue = newQueue();
    await queue.work(OLD);
    await settled(queue.routingOf(OLD));
    const { namespace, deploymentName } = queue;
    const [identity, managerIdentity] = ['operator', 'operator'];
    const { workflowService } = temporal;
    await workflowService.setWorkerDeploymentManager({ namespace, deploymentName, identity, managerIdentity });
    await queue.work(NEW);
    expect(await settled(queue.routingOf(NEW))).toBe('elsewhere');
    expect(await queue.current()).toBe(OLD);
  });

  it('are asked for again when the server has been away', async () => {
    const queue = newQueue();
    await queue.work(OLD);
    const routing = queue.routingOf(OLD);
    expect(await settled(routing)).toBe('here');
    await stack.stopServer('temporal');
    expect(await routing.look()).toBe('unknown');
    await stack.startServer('temporal');
    expect(await settled(routing)).toBe('here');
  });
});
