import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Addresses } from '../../local/addresses.js';
import { say } from '../progress.js';
import type { BareActivities } from './bare.messages.js';
import { Bell } from './bell.js';

export const BARE_QUEUE = 'bare';

/** Temporal with nothing of ours: a client, and in this process a worker of workflows that store nothing. */
export interface BareTemporal {
  client: Client;
  bell: Bell;
}

const WORKFLOWS = fileURLToPath(new URL('./bare.workflows.js', import.meta.url));
const LOGGER = new DefaultLogger('ERROR');

/** The bundle is made once per run; it is needed by benchmarks only. */
let bundle: ReturnType<typeof bundleWorkflowCode> | undefined;

/** Runs the work with a worker beside it, and stops the worker whatever happens. */
export async function withBareTemporal<T>(
  { temporalAddress: address, temporalNamespace: namespace }: Addresses,
  work: (bare: BareTemporal) => Promise<T>,
): Promise<T> {
  say('bundling the bare workflows');
  // The benchmark stops its worker itself; the runtime must not race it on a signal.
  if (!bundle) Runtime.install({ logger: LOGGER, shutdownSignals: [] });
  bundle ??= bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: LOGGER });
  const bell = new Bell();
  const activities: BareActivities = { note: async (key) => (key === undefined ? undefined : bell.ring(key)) };
  const [connection, nativeConnection] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  try {
    const worker = await Worker.create({
      connection: nativeConnection,
      namespace,
      taskQueue: BARE_QUEUE,
      workflowBundle: await bundle,
      activities: { ...activities },
      shutdownGraceTime: '2 seconds',
    });
    return await worker.runUntil(() => work({ client: new Client({ connection, namespace }), bell }));
  } finally {
    await connection.close();
    await nativeConnection.close();
  }
}
