import type { Task } from '../tasks/use-tasks.js';
import type { Whistle } from './whistle-queries.js';

type Waits<From extends Whistle | Task> = Pick<From, 'waitingFor' | 'since' | 'dueAt' | 'nextRung' | 'deadlines'>;
/** What a unit owes, as its task says it. */
export type UnitWaits = Waits<Task> & { department: Pick<Task['department'], 'id'> };

/**
 * Who is waited for now, since when, and the nearest of their clocks. The matter waits for each unit's feedback; what a unit
 * owes before that only its task says, and the board says so too. Of a unit whose task the reader may not see, the matter does.
 */
export function waitsOf(whistle: Waits<Whistle>, tasks: readonly UnitWaits[]): Waits<Whistle> {
  const owing = tasks.filter(
    ({ department, waitingFor }) =>
      waitingFor.length > 0 && whistle.waitingFor.some(({ kind, id }) => kind === 'department' && id === department.id),
  );
  const all = [whistle, ...owing];
  return {
    waitingFor: onceEach(
      whistle.waitingFor.flatMap((one) => {
        const owed = owing.filter(({ department }) => one.kind === 'department' && department.id === one.id);
        return owed.length > 0 ? owed.flatMap(({ waitingFor }) => waitingFor) : [one];
      }),
    ),
    since: all.flatMap(({ since }) => since ?? []).toSorted()[0],
    dueAt: all.flatMap(({ dueAt }) => dueAt ?? []).toSorted()[0],
    nextRung: all.flatMap(({ nextRung }) => nextRung ?? []).toSorted((one, other) => (one.at < other.at ? -1 : 1))[0],
    deadlines: all.flatMap(({ deadlines }) => deadlines),
  };
}

/** Two units may have sent their tasks back to the same person, who is named once. */
const onceEach = <Party extends Whistle['waitingFor'][number]>(parties: readonly Party[]): Party[] => [
  ...new Map(parties.map((one) => [`${one.kind} ${one.id} ${one.step}`, one])).values(),
];
