import { toIso, type Instant } from '@hsl/contracts/instants';
import type { DerivedMatter } from './derive.js';

export const STANDING_FIGURES = ['open', 'openTasks', 'carded', 'cards'] as const;
export const DUE_FIGURES = ['due', 'dueTasks'] as const;
type StandingFigure = (typeof STANDING_FIGURES)[number];
type DueFigure = (typeof DUE_FIGURES)[number];

/** Names an hour of UTC, `2026-11-27T08`: names sort as hours do. */
export const hourOf = (instant: Instant): string => toIso(instant).slice(0, 'yyyy-mm-ddThh'.length);

/**
 * One counter of a subdistrict's board.
 * - `open`: open matters by community (place) and state (key)
 * - `openTasks`: open matters that wait for a department (place)
 * - `carded`: matters with a card of a kind (key), of all or against one department (place)
 * - `cards`: the cards themselves, likewise
 * - `due`: open matters by community and the hour (key, see hourOf) in which the earliest step that is waited for is due
 * - `dueTasks`: open matters that wait for a department, by the hour in which its earliest step is due
 */
export interface TallyCell {
  figure: StandingFigure | DueFigure;
  /** Community or department; empty for the whole subdistrict. */
  place: string;
  key: string;
  n: number;
}

/** What one matter adds to the counters. */
export function cellsOf(matter: DerivedMatter): TallyCell[] {
  const { isOpen, communityId, state, waitingFor } = matter;
  const departments = new Set(waitingFor.filter(({ kind }) => kind === 'department').map(({ id }) => id));
  return [
    ...(isOpen ? [{ figure: 'open', place: communityId, key: state, n: 1 } as const] : []),
    ...(isOpen ? [...departments].map((place) => ({ figure: 'openTasks', place, key: '', n: 1 }) as const) : []),
    ...cardCells(matter),
    ...(isOpen ? dueCells(matter) : []),
  ];
}

function cardCells({ cards }: DerivedMatter): TallyCell[] {
  const counts = new Map<string, TallyCell>();
  for (const { kind, departmentId } of cards) {
    for (const place of departmentId === undefined ? [''] : ['', departmentId]) {
      const cell = counts.get(`${place}/${kind}`) ?? { figure: 'cards', place, key: kind, n: 0 };
      counts.set(`${place}/${kind}`, { ...cell, n: cell.n + 1 });
    }
  }
  // In the order of their names: a matter's row is the same whatever order its cards are read in.
  const sorted = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  return sorted.flatMap((cell): TallyCell[] => [cell, { ...cell, figure: 'carded', n: 1 }]);
}

/** What is due in an hour that has passed is overdue, without a look at each. */
function dueCells({ communityId, dueAt, waitingFor }: DerivedMatter): TallyCell[] {
  const earliest = new Map<string, Instant>();
  for (const { kind, id, dueAt: due } of waitingFor) {
    if (kind === 'department' && due !== undefined) earliest.set(id, Math.min(due, earliest.get(id) ?? due));
  }
  return [
    ...(dueAt === undefined ? [] : [{ figure: 'due', place: communityId, key: hourOf(dueAt), n: 1 } as const]),
    ...[...earliest].map(([place, due]) => ({ figure: 'dueTasks', place, key: hourOf(due), n: 1 }) as const),
  ];
}

/** What must be added to the counters when a matter that added `before` now adds `after`; sorted, without zeros. */
export function tallyChange(before: readonly TallyCell[], after: readonly TallyCell[]): TallyCell[] {
  const changes = new Map<string, TallyCell>();
  const add = (cell: TallyCell, sign: 1 | -1): void => {
    const id = `${cell.figure}/${cell.place}/${cell.key}`;
    changes.set(id, { ...cell, n: (changes.get(id)?.n ?? 0) + sign * cell.n });
  };
  for (const cell of before) add(cell, -1);
  for (const cell of after) add(cell, 1);
  // One order for all, so that two transactions never wait for each other.
  const sorted = [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, cell]) => cell).filter(({ n }) => n !== 0);
}
