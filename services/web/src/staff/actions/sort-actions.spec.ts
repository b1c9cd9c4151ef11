import { describe, expect, it } from '@jest/globals';
import { WHISTLE_ACTIONS } from '../whistle/whistle-action-forms.js';
import { sortActions } from './sort-actions.js';

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
