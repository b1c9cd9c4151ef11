import type { TaskFact } from '@hsl/contracts/events/task-events';
import type { Behind } from './census.js';
import { withTaskFact } from './evolve.js';
import type { MatterFile } from './matter-file.js';

/** A rung raises the version and tells no task: behind is only who would read something wrong. */
const READ = ['state', 'role', 'round', 'departmentId', 'acknowledgeDueAt', 'feedbackDueAt'] as const;

/** A dispute goes from hand to hand without another state. */
const rulesOn = ({ ruling }: Pick<TaskFact, 'ruling'>) => ruling && `${ruling.step} ${ruling.dueAt}`;

const heldOf = ({ tasks }: MatterFile, { taskId }: TaskFact) => tasks.find((task) => task.taskId === taskId);

/** What was held of a task, where the census says otherwise; undefined where both agree or events are ahead of it. */
export function taskBehindOf(file: MatterFile, counted: TaskFact): Behind | undefined {
  const held = heldOf(file, counted);
  if (!held) return {};
  if (held.version >= counted.version) return undefined;
  const { state, version } = held;
  const isOtherwise = READ.some((name) => held[name] !== counted[name]) || rulesOn(held) !== rulesOn(counted);
  return isOtherwise ? { state, version } : undefined;
}

/** The file with the task as it was counted. Events of a decision are numbered from its version times a hundred on. */
export const withCountedTask = (file: MatterFile, counted: TaskFact): MatterFile =>
  withTaskFact(file, counted, counted.version * 100);
