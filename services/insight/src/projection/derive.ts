import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import { isWhistleOpen, type Outcome } from '@hsl/contracts/states';
import type { RungAt } from '@hsl/contracts/steps';
import type { FiredRung, MatterFile } from './matter-file.js';
import { waitingOf, type Waiting } from './waiting.js';

/** What board and list read of a matter: the whistle's own facts, and what all three kinds of events say together. */
export interface DerivedMatter extends Omit<WhistleSnapshot, 'waitingFor' | 'dueAt' | 'nextRung' | 'departmentIds'> {
  concludedAt?: number;
  isOpen: boolean;
  /** Since when it has not been open; the outcome is absent where nobody told it. */
  endedAt?: number;
  outcome?: Outcome;
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
    ...endOf(file.whistle),
    departmentIds: [...departments].toSorted(),
    waitingFor,
    waitingSince: earliest(waitingFor, ({ since = snapshot.waitingSince }) => since)?.since ?? snapshot.waitingSince,
    dueAt: earliest(waitingFor, ({ dueAt }) => dueAt)?.dueAt,
    nextRung: earliest(waitingFor, ({ nextRung }) => nextRung?.at)?.nextRung,
    cards: file.rungs.filter(({ kind }) => kind === 'yellowCard' || kind === 'redCard'),
  };
}

/** A census may tell of a newer conclusion than any event did, or of an end without any: then it ended when it was decided. */
function endOf({ snapshot, concludedAt, ended }: NonNullable<MatterFile['whistle']>): Partial<DerivedMatter> {
  if (isWhistleOpen(snapshot.state)) return {};
  if (ended !== undefined && ended.at >= (concludedAt ?? 0)) return { endedAt: ended.at, outcome: ended.outcome };
  return { endedAt: concludedAt ?? snapshot.at };
}

function earliest(waiting: readonly Waiting[], instantOf: (one: Waiting) => number | undefined): Waiting | undefined {
  const timed = waiting.filter((one) => instantOf(one) !== undefined);
  return timed.toSorted((a, b) => (instantOf(a) ?? 0) - (instantOf(b) ?? 0))[0];
}
