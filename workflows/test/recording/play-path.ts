import type { WorkflowClient } from '@temporalio/client';
import type { Path } from '../paths/path.js';
import { Scene, type Run } from '../paths/scene.js';
import { until } from '../road.js';
import { openStage } from '../stage.js';
import type { History, RecordedHistory } from './history-file.js';
import { proposalTransitionsOf } from './proposal-transitions-taken.js';
import { transitionsOf } from './transitions-taken.js';

/**
 * Monday 2031-03-03 09:00 in Asia/Shanghai: a week without official exceptions, so that clocks ring in the same order
 * whenever a path is recorded. The server's clock only moves forward, hence a day to come.
 */
const MONDAY_MORNING = Date.UTC(2031, 2, 3, 1);

export interface PlayedPath {
  /** Rows of the life cycle it went along, in order, each once. */
  transitions: string[];
  /** One per run of each process; `file` is the name without the version. */
  histories: RecordedHistory[];
}

/** Plays a path on a stage of its own and takes the histories of everything that ran. */
export async function playPath({ name, play }: Path): Promise<PlayedPath> {
  const stage = await openStage();
  try {
    await stage.env.sleep(MONDAY_MORNING - (await stage.env.currentTimeMs()));
    const scene = new Scene(stage, name);
    await play(scene);
    const { whistles, proposals, available } = stage.records;
    const blown = available.size > 0 ? ['none blow'] : [];
    const transitions = [...blown, ...whistles.flatMap(transitionsOf), ...proposalTransitionsOf(proposals)];
    const found = await settled(() => readFamilies(stage.client.workflow, [...scene.runs, ...stage.records.begun]));
    return { transitions: [...new Set(transitions)], histories: named(name, found) };
  } finally {
    await stage.close();
  }
}

interface Found extends Run {
  history: History;
}

/** Looks until nothing more is written: who was told last may still be answering. */
async function settled(look: () => Promise<Found[]>): Promise<Found[]> {
  const lengthOf = (found: Found[]) => found.map(({ history }) => history.events?.length ?? 0).join(' ');
  let before = '';
  return until(async () => {
    const found = await look();
    const isQuiet = found.every(({ history }) => !isAtWork(history)) && lengthOf(found) === before;
    before = lengthOf(found);
    return isQuiet ? found : undefined;
  });
}

/** A workflow task is under way. */
const isAtWork = ({ events }: History): boolean => {
  const last = events?.at(-1);
  return Boolean(last?.workflowTaskScheduledEventAttributes ?? last?.workflowTaskStartedEventAttributes);
};

async function readFamilies(client: WorkflowClient, runs: readonly Run[]): Promise<Found[]> {
  const families = await Promise.all(runs.map((run) => readFamily(client, run)));
  return families.flat();
}

/** A run, the runs it continues, and its children. */
async function readFamily(client: WorkflowClient, run: Run): Promise<Found[]> {
  const history = await client.getHandle(run.workflowId, run.runId).fetchHistory();
  const events = history.events ?? [];
  const children = events.flatMap(({ childWorkflowExecutionStartedEventAttributes: child }) => runOf(child) ?? []);
  const next = events.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  const after = next ? await readFamily(client, { workflowId: run.workflowId, runId: next }) : [];
  children.sort((one, other) => startedBy(events, one) - startedBy(events, other));
  return [{ ...run, history }, ...(await readFamilies(client, children)), ...after];
}

type Events = NonNullable<History['events']>;
type ChildStarted = Events[number]['childWorkflowExecutionStartedEventAttributes'];

const runOf = (child: ChildStarted): Run | undefined => {
  const { workflowId, runId } = child?.workflowExecution ?? {};
  return workflowId && runId ? { workflowId, runId } : undefined;
};

/** Children report their start in any order; they were wanted in this one. */
const startedBy = (events: Events, { workflowId }: Run): number =>
  events.findIndex((one) => one.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId === workflowId);

/** `standard.department-task-2.json`: the path, the process, and a number from the second on. */
function named(path: string, found: readonly Found[]): RecordedHistory[] {
  const count = new Map<string, number>();
  return found.map(({ workflowId, history }) => {
    const process = processOf(history);
    const number = (count.get(process) ?? 0) + 1;
    count.set(process, number);
    return { file: `${path}.${process}${number === 1 ? '' : `-${number}`}.json`, workflowId, history };
  });
}

/** `departmentTaskWorkflow` is the process department-task. */
const processOf = ({ events }: History): string =>
  (events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '')
    .replace(/Workflow$/, '')
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
