import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import type { History, RecordedHistory } from './history-file.js';

const QUEUES = fileURLToPath(new URL('../../dist/queues/', import.meta.url));

/** The bundles the workers run now, by queue. */
export function presentBundles(): Map<string, WorkflowBundle> {
  const files = readdirSync(QUEUES).filter((name) => name.endsWith('.cjs'));
  return new Map(
    files.map((name) => [name.replace('.cjs', ''), { code: readFileSync(`${QUEUES}${name}`, 'utf8') }] as const),
  );
}

export const queueOf = ({ events }: History): string =>
  events?.[0]?.workflowExecutionStartedEventAttributes?.taskQueue?.name ?? '';

export interface NotReplayed {
  file: string;
  error: Error;
}

/** Replays histories against the bundle of their queue; answers those that the present code does not reproduce. */
export async function replay(
  recorded: readonly RecordedHistory[],
  bundles: ReadonlyMap<string, WorkflowBundle> = presentBundles(),
): Promise<NotReplayed[]> {
  const failed: NotReplayed[] = [];
  for (const queue of new Set(recorded.map(({ history }) => queueOf(history)))) {
    const ofQueue = recorded.filter(({ history }) => queueOf(history) === queue);
    const workflowBundle = bundles.get(queue);
    if (!workflowBundle) throw new Error(`no bundle for the queue ${queue}; build first`);
    const results = Worker.runReplayHistories({ workflowBundle, reuseV8Context: true }, ofQueue);
    let index = 0;
    for await (const { error } of results) {
      if (error) failed.push({ file: ofQueue[index]!.file, error });
      index += 1;
    }
    if (index !== ofQueue.length) throw new Error(`${index} of ${ofQueue.length} histories of ${queue} were replayed`);
  }
  return failed;
}
