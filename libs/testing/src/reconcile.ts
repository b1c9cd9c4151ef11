import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReconciliationFound } from '@hsl/contracts/reconciliation';
import { TASK_QUEUES, type TaskQueue } from '@hsl/contracts/workflow-ids';
import type { TemporalClient } from '@hsl/temporal/temporal-client';

const POLL_MS = 50;
const PATIENCE_MS = 30_000;

/**
 * Compares an owner's open rows of subdistrict `zx` with its workflows, as the schedule would. The whistles' owner, who
 * keeps the reports of all, is not there: it is read as it is handed in to its queue.
 * @throws Error if nothing is handed in within half a minute
 */
export async function reconcile(temporal: TemporalClient, owner: TaskQueue): Promise<ReconciliationFound> {
  const handle = await temporal.workflow.start('reconciliationWorkflow', {
    ...{ workflowId: `reconciliation/${randomUUID()}`, taskQueue: TASK_QUEUES[owner] },
    args: [{ owner, resumed: { waiting: ['zx'] } }],
  });
  try {
    for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await sleep(POLL_MS)) {
      const { events } = await handle.fetchHistory();
      const given = events
        ?.map(({ activityTaskScheduledEventAttributes: task }) => task)
        .find((task) => task?.activityType?.name === 'recordReconciliation');
      const data = given?.taskQueue?.name === TASK_QUEUES.whistles && given.input?.payloads?.[0]?.data;
      if (data) return JSON.parse(Buffer.from(data).toString()) as ReconciliationFound;
    }
    throw new Error(`${owner} handed no reconciliation in`);
  } finally {
    await handle.terminate();
  }
}
