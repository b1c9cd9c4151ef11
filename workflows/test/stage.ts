import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { temporalTestServerPath } from '@hsl/deploy/local/pip-programs';
import { SEARCH_ATTRIBUTES } from '@hsl/contracts/search-attributes';
import { checkInWorkflowId, taskWorkflowId, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type {
  ReconciliationActivities,
  ReconciliationReports,
} from '../src/reconciliation/reconciliation.activities.js';
import { installQuietRuntime } from './quiet-runtime.js';
import { recorder, type Records } from './recorder.js';

/** Three queues with their real bundles on a time-skipping server; only the owners' databases are stood in for. */
export interface Stage {
  env: TestWorkflowEnvironment;
  client: Client;
  records: Records;
  /** Everything that ran for one whistle is closed by the test itself; the workers stop here. */
  close(): Promise<void>;
}

type Activities = Records['activities'] & ReconciliationActivities & ReconciliationReports;

const QUEUES = ['whistles', 'members', 'departments', 'topics'] as const;

/** A type as the server's API counts it. */
const KEYWORD = 2;
const ATTRIBUTES = { [SEARCH_ATTRIBUTES.grade]: KEYWORD };

const bundle = (queue: string) => ({
  code: readFileSync(fileURLToPath(new URL(`../dist/queues/${queue}.cjs`, import.meta.url)), 'utf8'),
});

/** @param differs what an owner does otherwise than the one in memory */
export async function openStage(differs: Partial<Activities> = {}): Promise<Stage> {
  installQuietRuntime();
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: await temporalTestServerPath() } },
  });
  await env.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: ATTRIBUTES });
  const records = recorder(env.client);
  const workers = await Promise.all(
    QUEUES.map((taskQueue) =>
      Worker.create({
        connection: env.nativeConnection,
        taskQueue,
        workflowBundle: bundle(taskQueue),
        activities: { ...records.activities, ...differs },
      }),
    ),
  );
  const running = workers.map((worker) => worker.run());
  return {
    env,
    client: env.client,
    records,
    async close() {
      workers.forEach((worker) => worker.shutdown());
      await Promise.all(running);
      await env.teardown();
    },
  };
}

export const handles = (client: Client, whistleId: string) => ({
  whistle: client.workflow.getHandle(whistleWorkflowId(whistleId)),
  checkIn: client.workflow.getHandle(checkInWorkflowId(whistleId)),
  task: (taskId: string) => client.workflow.getHandle(taskWorkflowId(whistleId, taskId)),
});
