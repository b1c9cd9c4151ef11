import { TASK_EVENTS } from '@hsl/contracts/events/snapshot-events';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import type { Instant } from '@hsl/contracts/instants';
import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { CaseFact, FactKind, LeftOut } from './fact.js';
import { groupedBy, type CaseFile } from './moment.js';
import { leftOutBy } from './whistle-facts.js';
import { workingHoursBetween } from './working-hours.js';

type FedBack = EventDataByType['task.feedbackSubmitted.v1'];
type TaskMoment = ReturnType<typeof taskMoments>[number];

const STOPPED: readonly string[] = ['CANCELLED', 'RETURNED', 'LEDGERED'];
const oneIf = (condition: boolean): 0 | 1 => (condition ? 1 : 0);

/** Everything said of one task, as a file of its own. */
interface TaskFile {
  file: CaseFile;
  taskId: string;
  department: string;
  moments: readonly TaskMoment[];
  last: TaskMoment;
}

const taskMoments = (file: CaseFile) => file.all(...TASK_EVENTS);

/** What the departments' tasks give figures to count. */
export function taskFacts(file: CaseFile, snapshot: WhistleSnapshot): CaseFact[] {
  const groups = groupedBy(taskMoments(file), ({ taskId }) => taskId);
  const tasks = groups.map((moments): TaskFile => {
    const { taskId, departmentId } = moments[0]!;
    const last = moments.reduce((newest, one) => (one.version > newest.version ? one : newest));
    return { file, taskId, department: departmentId, moments, last };
  });
  const leftOut = leftOutBy(snapshot);
  const facts = [
    ...tasks.flatMap((task) => [acknowledgement(task), ...rounds(task), ...returns(task), ...acknowledgeHours(task)]),
    ...response(tasks, file),
    ...ratings(file),
  ];
  return leftOut === undefined ? facts : facts.map((fact) => ({ ...fact, leftOut }));
}

const of = <T extends { taskId: string }>({ taskId }: TaskFile, told: readonly T[]): T[] =>
  told.filter((one) => one.taskId === taskId);

/** Why nothing more is wanted of the department. */
function endedEarly({ last }: TaskFile): LeftOut | undefined {
  if (!STOPPED.includes(last.state)) return undefined;
  return last.state === 'LEDGERED' ? 'ledgered' : 'stopped';
}

function acknowledgement(task: TaskFile): CaseFact {
  const done = of(task, task.file.all('task.acknowledged.v1'))[0];
  return {
    ...{ kind: 'acknowledgement', item: task.taskId, department: task.department },
    ...{ at: (done ?? task.last).acknowledgeDueAt, score: oneIf(done?.onTime === true) },
    leftOut: done ? undefined : endedEarly(task),
  };
}

/** The community's last word on each department's work. */
const ratings = (file: CaseFile): CaseFact[] =>
  groupedBy(file.all('task.rated.v1'), ({ taskId }) => taskId).map((told) => {
    const { taskId, departmentId, at, score } = told.at(-1)!;
    return { kind: 'rating', item: taskId, department: departmentId, at, score };
  });

/** I1: of the unit that leads, in the order in which units led. */
function response(tasks: readonly TaskFile[], file: CaseFile): CaseFact[] {
  const lead = tasks.find(({ last }) => last.role === 'lead' && !['RETURNED', 'CANCELLED'].includes(last.state));
  if (!lead) return [];
  const owed = acknowledgement(lead);
  const isContacted = file.all('resident.contacted.v1').some(({ onTime }) => onTime);
  return [{ ...owed, kind: 'response', item: '', score: oneIf(owed.score === 1 && isContacted) }];
}

/** Each round of a task owes one feedback, by its deadline as extended. */
function rounds(task: TaskFile): CaseFact[] {
  return groupedBy(task.moments, ({ round }) => String(round)).flatMap((moments): CaseFact[] => {
    const { round, at: since } = moments[0]!;
    const newest = moments.reduce((last, one) => (one.version > last.version ? one : last));
    const done = of(task, task.file.all('task.feedbackSubmitted.v1')).find((one) => one.round === round);
    const extended = of(task, task.file.all('task.extended.v1')).some((one) => one.round === round);
    const about = { item: `${task.taskId}/${round}`, department: task.department };
    const owed = { ...about, at: (done ?? newest).feedbackDueAt, leftOut: done ? undefined : endedEarly(task) };
    return [
      { kind: 'feedback', ...owed, score: oneIf(done?.onTime === true) },
      { kind: 'extension', ...owed, score: oneIf(extended) },
      ...(done ? fedBack(done, since, about) : []),
    ];
  });
}

/** What came back: how long it took, and what it shows where that was told. */
function fedBack(done: FedBack, since: Instant, about: Pick<CaseFact, 'item' | 'department'>): CaseFact[] {
  const { at, evidence, files = 0 } = done;
  const shown = (kind: FactKind, isShown: boolean): CaseFact => ({ kind, ...about, at, score: oneIf(isShown) });
  return [
    { kind: 'feedbackHours', ...about, at, score: 1, hours: workingHoursBetween(since, at) },
    { kind: 'departmentTook', ...about, at, score: 1 },
    ...(evidence === undefined ? [] : [shown('evidence', evidence > 0), shown('photographed', files > 0)]),
  ];
}

function returns(task: TaskFile): CaseFact[] {
  const { taskId, department, file, moments } = task;
  const { at } = moments[0]!;
  const asked = of(task, file.all('task.returnRequested.v1'));
  const refused = of(task, file.all('task.returnRefused.v1'));
  const wentOn = of(task, file.all('task.returned.v1')).length > 0;
  return [
    { kind: 'taskReturn', item: taskId, at, department, score: asked.length },
    { kind: 'reassigned', item: taskId, at, department, score: oneIf(wentOn) },
    // A return is refused before the next one can be asked for.
    ...asked.map((one, index): CaseFact => {
      const next = asked[index + 1]?.version ?? Infinity;
      const isRefused = refused.some(({ version }) => version > one.version && version < next);
      return {
        kind: 'refusedReturn',
        item: `${taskId}/${one.version}`,
        at: one.at,
        department,
        score: oneIf(isRefused),
      };
    }),
  ];
}

function acknowledgeHours(task: TaskFile): CaseFact[] {
  const done = of(task, task.file.all('task.acknowledged.v1'))[0];
  if (!done) return [];
  const hours = workingHoursBetween(task.moments[0]!.at, done.at);
  return [{ kind: 'acknowledgeHours', item: task.taskId, department: task.department, at: done.at, score: 1, hours }];
}
