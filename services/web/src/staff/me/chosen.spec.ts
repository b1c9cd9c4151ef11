import { describe, expect, it } from '@jest/globals';
import { choicesOf, chosenOf } from './chosen.js';

describe('what a person chose', () => {
  it('is kept where it differs from the rules, and read as it was kept', () => {
    const choices = choicesOf({ 'toDo.email': 'never', 'rules.sms': 'always', 'progress.email': 'byRule' });
    expect(choices).toEqual([
      { group: 'toDo', channel: 'email', choice: 'never' },
      { group: 'rules', channel: 'sms', choice: 'always' },
    ]);
    expect(choicesOf(chosenOf(choices))).toEqual(choices);
  });
});
