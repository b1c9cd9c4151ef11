import { toIso } from './instants.js';
import type { Deadline, RungAt } from './steps.js';

/** Clocks as they are answered: every instant as ISO 8601, in UTC. */
export const deadlinesOf = (deadlines: readonly Deadline[]) =>
  deadlines.map(({ startedAt, dueAt, doneAt, rungs, ...rest }) => ({
    ...rest,
    ...(rungs && { rungs: rungs.map((rung) => ({ ...rung, at: toIso(rung.at) })) }),
    startedAt: toIso(startedAt),
    dueAt: toIso(dueAt),
    ...(doneAt === undefined ? {} : { doneAt: toIso(doneAt) }),
  }));

/** The next rung as it is answered. */
export const rungOf = (rung: RungAt | null | undefined) => (rung ? { ...rung, at: toIso(rung.at) } : undefined);
