import { describe, expect, it } from '@jest/globals';
import { eventOf, rungFired, taskFact, whistleSnapshot } from '@hsl/testing/facts';
import { derive } from './derive.js';
import { evolve } from './evolve.js';
import { EMPTY_FILE, type MatterFile } from './matter-file.js';
import type { MatterEvent } from './whistle-events.js';

const fold = (events: readonly MatterEvent[]): MatterFile => events.reduce(evolve, EMPTY_FILE);
const blown = eventOf('whistle.blown.v1', { ...whistleSnapshot(), kind: 'hardProblem', blownBy: 'w' });

describe('a matter folded from events', () => {
  it('is not there while only tasks and rungs are known, and then has them', () => {
    const task = eventOf('task.dispatched.v1', taskFact());
    const card = eventOf('card.yellow.v1', rungFired({ taskId: taskFact().taskId, rung: 2 }));
    const early = fold([card, task]);
    expect(derive(early)).toBeUndefined();
    const matter = derive(evolve(early, blown));
    expect(matter?.departmentIds).toEqual(['ZX-CGJ']);
    expect(matter?.cards).toHaveLength(1);
  });

  it('remembers when it was concluded, also after it was looked back at', () => {
    const concluded = whistleSnapshot({ version: 8, state: 'CONCLUDED', at: 5_000 });
    const archived = eventOf('whistle.archived.v1', whistleSnapshot({ version: 9, state: 'ARCHIVED', at: 9_000 }));
    const events = [
      archived,
      eventOf('whistle.concluded.v1', { ...concluded, lookBacksDueAt: [], outcome: 'resolved' }),
    ];
    expect(derive(fold(events))).toMatchObject({ state: 'ARCHIVED', concludedAt: 5_000, isOpen: false });
  });

  it('ended as and when the event of its newest end tells, and not while it is open again', () => {
    const declined = eventOf('whistle.declined.v1', {
      ...whistleSnapshot({ version: 3, state: 'NOT_ACCEPTED', at: 2_000 }),
      reasonCode: 'notOurs',
    });
    const upheld = eventOf('whistle.objectionRuled.v1', {
      ...whistleSnapshot({ version: 5, state: 'BLOWN', at: 4_000 }),
      upheld: true,
    });
    const lapsed = eventOf('whistle.withdrawn.v1', {
      ...whistleSnapshot({ version: 8, state: 'WITHDRAWN', at: 7_000 }),
      lapsed: true,
    });
    const end = { endedAt: 2_000, outcome: 'notAccepted' };
    expect(derive(fold([declined]))).toMatchObject(end);
    expect(derive(fold([upheld, declined]))).not.toHaveProperty('endedAt');
    for (const events of [
      [declined, upheld, lapsed],
      [lapsed, declined, upheld],
    ]) {
      expect(derive(fold(events))).toMatchObject({ endedAt: 7_000, outcome: 'lapsed' });
    }
  });

  it('ended when it was last decided on where nobody told of its end', () => {
    const archived = eventOf('whistle.archived.v1', whistleSnapshot({ version: 9, state: 'ARCHIVED', at: 9_000 }));
    expect(derive(fold([archived]))).toMatchObject({ endedAt: 9_000 });
    expect(derive(fold([archived]))).not.toHaveProperty('outcome');
  });

  it('has the kind it was blown as, though its birth is told last', () => {
    const accepted = eventOf('whistle.accepted.v1', {
      ...whistleSnapshot({ version: 2, state: 'ACCEPTED' }),
      auto: false,
    });
    expect(fold([accepted, blown]).whistle).toMatchObject({ snapshot: { version: 2 }, kind: 'hardProblem' });
  });

  it('keeps nothing of what single events add to the snapshot', () => {
    expect(fold([blown]).whistle?.snapshot).not.toHaveProperty('blownBy');
  });
});
