import { describe, expect, it } from '@jest/globals';
import { WHISTLE_ACTIONS } from '../whistle/whistle-action-forms.js';
import { barOf, sortActions } from './sort-actions.js';

const may = (name: string) => ({ name, allowed: true });

describe('what the reader may do', () => {
  it('begins with the step that is waited for, and ends with what may be done at any time', () => {
    const actions = ['whistle.raiseGrade', 'whistle.recordContact', 'whistle.revisit', 'task.unknown'].map(may);
    expect(sortActions(actions, ['revisit'], WHISTLE_ACTIONS).open.map(({ name }) => name)).toEqual([
      ...['whistle.revisit', 'whistle.recordContact', 'whistle.raiseGrade'],
    ]);
  });

  it('keeps what is closed for now, not what is never the reader’s', () => {
    const closed = [
      { name: 'whistle.dispatch', allowed: false, reasonCode: 'wrongState' },
      { name: 'whistle.blow', allowed: false, reasonCode: 'wrongState' },
      { name: 'whistle.verify', allowed: false, reasonCode: 'roleNotAllowed' },
    ];
    expect(sortActions(closed, [], WHISTLE_ACTIONS).closed).toEqual([closed[0]]);
  });
});

describe('the bar', () => {
  const named = (actions: readonly { name: string }[]) => actions.map(({ name }) => name);
  const [accept, sendBack, decline, merge] = ['accept', 'sendBack', 'decline', 'merge'].map((one) =>
    may(`whistle.${one}`),
  );
  const open = [accept!, sendBack!, decline!, merge!, may('whistle.linkRepeat'), may('whistle.raiseGrade')];

  it('leads with one action, shows three beside it and keeps the rest behind "more"', () => {
    const { primary, beside, more } = barOf(open, WHISTLE_ACTIONS);
    expect(primary?.name).toBe('whistle.accept');
    expect(named(beside)).toEqual(['whistle.sendBack', 'whistle.decline', 'whistle.merge']);
    expect(named(more)).toEqual(['whistle.linkRepeat', 'whistle.raiseGrade']);
  });

  it('has nothing behind "more" while there is room, and leads with nothing that may be done at any time', () => {
    expect(barOf(open.slice(0, 4), WHISTLE_ACTIONS).more).toEqual([]);
    expect(barOf(open.slice(3), WHISTLE_ACTIONS)).toMatchObject({ beside: open.slice(3), more: [] });
    expect(barOf(open.slice(3), WHISTLE_ACTIONS).primary).toBeUndefined();
  });
});
