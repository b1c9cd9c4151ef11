import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import { isWhistleOpen } from '@hsl/contracts/states';
import type { RungAt } from '@hsl/contracts/steps';
import type { FiredRung, MatterFile } from './matter-file.js';
import { waitingOf, type Waiting } from './waiting.js';

/** What board and list read of a matter: the whistle's own facts, and what all three kinds of events say together. */
export interface DerivedMatter extends Omit<WhistleSnapshot, 'waitingFor' | 'dueAt' | 'nextRung' | 'departmentIds'> {
  concludedAt?: number;
  isOpen: boolean;
  /** Departments that have, or had, a task; sorted. */
  departmentIds: string[];
  waitingFor: Waiting[];
  /** The earliest due time of what is waited for. */
  dueAt?: number;
  nextRung?: RungAt;
  cards: FiredRung[];
}

/** Undefined while nothing but tasks or rungs is known: they came before their whistle. */
export function derive(file: MatterFile): DerivedMatter | undefined {
  if (!file.whistle) return undefined;
  const { snapshot, concludedAt } = file.whistle;
  const waitingFor = waitingOf(file);
  const departments = new Set([...snapshot.departmentIds, ...file.tasks.map((task) => task.departmentId)]);
  return {
    ...snapshot,
    ...(concludedAt === undefined ? {} : { concludedAt }),
    isOpen: isWhistleOpen(snapshot.state),
    departmentIds: [...departments].toSorted(),
    waitingFor,
    dueAt: earliest(waitingFor, ({ dueAt }) => dueAt)?.dueAt,
    nextRung: earliest(waitingFor, ({ nextRung }) => nextRung?.at)?.nextRung,
    cards: file.rungs.filter(({ kind }) => kind === 'yellowCard' || kind === 'redCard'),
  };
}

function earliest(waiting: readonly Waiting[], instantOf: (one: Waiting) => number | undefined): Waiting | undefined {
  const timed = waiting.filter((one) => instantOf(one) !== undefined);
  return timed.toSorted((a, b) => (instantOf(a) ?? 0) - (instantOf(b) ?? 0))[0];
}
