import { LadderStrips } from '../ladder/ladder-strips.js';
import { useNameOf } from '../names/use-names.js';
import { useTasksOf } from './use-tasks-of.js';
import type { Whistle } from './whistle-queries.js';

/** The ladders of a matter's own step and of the units that owe theirs. */
export function MatterLadders({ whistle }: { whistle: Whistle }) {
  const nameOf = useNameOf();
  const { id, version, deadlines } = whistle;
  const tasks = useTasksOf(id, version).data?.items ?? [];
  const own = deadlines.map(({ holderId, ...clock }) => ({
    ...clock,
    who: holderId === undefined ? undefined : nameOf('department', holderId),
  }));
  const theirs = tasks.flatMap((task) => task.deadlines.map((clock) => ({ ...clock, who: task.department.name })));
  return <LadderStrips clocks={[...own, ...theirs]} />;
}
