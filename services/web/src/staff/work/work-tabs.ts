import type { Capacity } from './owed-by.js';

/** What is owed, what is going on elsewhere, what is behind one. */
export const WORK_TABS = ['mine', 'others', 'done'] as const;
export type WorkTab = (typeof WORK_TABS)[number];

/** What the address asks for; what is owed if it says nothing that is understood. */
export const workTabOf = (asked: string | undefined): WorkTab => WORK_TABS.find((one) => one === asked) ?? 'mine';

/** What the live list is asked for in one capacity. */
export const asksOf = ({ waitingFor }: Capacity): Readonly<Record<WorkTab, Readonly<Record<string, string>>>> => ({
  mine: { open: 'true', waitingFor },
  others: { open: 'true', involving: waitingFor, notWaitingFor: waitingFor },
  done: { order: 'ended', involving: waitingFor },
});
