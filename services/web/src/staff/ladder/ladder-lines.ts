import type { RungKind, Step } from '@hsl/contracts/steps';

/** A clock as services answer it. */
export interface ShownClock {
  step: Step;
  startedAt: string;
  dueAt: string;
  doneAt?: string;
  paused: boolean;
  rungs?: readonly { kind: RungKind; at: string; fired: boolean }[];
}

export interface RungLine {
  kind: RungKind;
  at: string;
  /** `off`: the step was done before it came. */
  mark: 'fired' | 'next' | 'ahead' | 'off';
}

/** How far a ladder was climbed; nothing is ahead once the step is done. */
export function rungLines({ rungs = [], doneAt }: ShownClock): RungLine[] {
  const next = rungs.findIndex(({ fired }) => !fired);
  return rungs.map(({ kind, at, fired }, index) => {
    if (fired) return { kind, at, mark: 'fired' };
    if (doneAt !== undefined) return { kind, at, mark: 'off' };
    return { kind, at, mark: index === next ? 'next' : 'ahead' };
  });
}

/** What is owed comes first, the least time left on top; then what was done, latest first. Clocks without ladder are left out. */
export function ladderOrder<Clock extends ShownClock>(clocks: readonly Clock[]): Clock[] {
  const climbing = clocks.filter(({ rungs }) => rungs !== undefined);
  const owed = climbing.filter(({ doneAt }) => doneAt === undefined);
  const done = climbing.flatMap((clock) => (clock.doneAt === undefined ? [] : [{ clock, doneAt: clock.doneAt }]));
  return [
    ...owed.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)),
    ...done.toSorted((a, b) => b.doneAt.localeCompare(a.doneAt)).map(({ clock }) => clock),
  ];
}
