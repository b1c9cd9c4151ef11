import { describe, expect, it } from '@jest/globals';
import { eventOf, rungFired, whistleSnapshot } from '@hsl/testing/facts';
import { derive, type DerivedMatter } from './derive.js';
import { evolve } from './evolve.js';
import { EMPTY_FILE } from './matter-file.js';
import { cellsOf, tallyChange } from './tally.js';
import type { MatterEvent } from './whistle-events.js';

const matterAfter = (...events: MatterEvent[]): DerivedMatter => derive(events.reduce(evolve, EMPTY_FILE))!;
const dispatched = eventOf(
  'whistle.dispatched.v1',
  whistleSnapshot({
    ...{ state: 'COORDINATING', departmentIds: ['ZX-CGJ'] },
    waitingFor: [{ step: 'feedback', kind: 'department', id: 'ZX-CGJ' }],
  }),
);

describe('what a matter adds to the counters', () => {
  it('is one open matter of its community and state, and one task of each department waited for', () => {
    expect(cellsOf(matterAfter(dispatched))).toEqual([
      { figure: 'open', place: 'ZX03', key: 'COORDINATING', n: 1 },
      { figure: 'openTasks', place: 'ZX-CGJ', key: '', n: 1 },
    ]);
  });

  it('is due in the hour of its earliest step, and with each department in the hour of that one’s earliest', () => {
    const dueAt = Date.UTC(2026, 10, 27, 8, 59, 59, 999);
    const matter = matterAfter(dispatched);
    const waitingFor = [
      { step: 'feedback', kind: 'department', id: 'ZX-CGJ', dueAt: dueAt + 1 },
      { step: 'orderAnswer', kind: 'department', id: 'ZX-CGJ', dueAt },
      { step: 'feedback', kind: 'department', id: 'ZX-XFD' },
    ] as const;
    const due = cellsOf({ ...matter, dueAt, waitingFor: [...waitingFor] }).filter(({ figure }) =>
      figure.startsWith('due'),
    );
    expect(due).toEqual([
      { figure: 'due', place: 'ZX03', key: '2026-11-27T08', n: 1 },
      { figure: 'dueTasks', place: 'ZX-CGJ', key: '2026-11-27T08', n: 1 },
    ]);
    expect(cellsOf({ ...matter, isOpen: false, dueAt, waitingFor: [...waitingFor] })).toEqual([]);
  });

  it('counts a matter with two cards once, and the cards twice', () => {
    const first = eventOf('card.yellow.v1', rungFired({ taskId: 't', rung: 2 }));
    const second = eventOf('card.yellow.v1', rungFired({ taskId: 't', rung: 2, step: 'feedback' }));
    const ended = eventOf('whistle.archived.v1', whistleSnapshot({ version: 9, state: 'ARCHIVED' }));
    const cells = cellsOf(matterAfter(first, second, ended));
    expect(cells).toHaveLength(4);
    expect(cells).toContainEqual({ figure: 'carded', place: 'ZX-CGJ', key: 'yellowCard', n: 1 });
    expect(cells).toContainEqual({ figure: 'cards', place: '', key: 'yellowCard', n: 2 });
  });

  it('changes them by the difference only, in one order', () => {
    const open = { figure: 'open', place: 'ZX01', key: 'BLOWN', n: 1 } as const;
    const moved = { ...open, key: 'ASSIGNING' };
    const task = { figure: 'openTasks', place: 'ZX-CGJ', key: '', n: 1 } as const;
    expect(tallyChange([open, task], [task, moved])).toEqual([moved, { ...open, n: -1 }]);
    expect(tallyChange([task, open], [open, task])).toEqual([]);
  });
});
