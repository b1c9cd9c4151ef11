import { describe, expect, it } from '@jest/globals';
import { ACTION_WORDS } from '../actions/action.words.js';
import { bodyOf, missingFields } from '../actions/action-form.js';
import { WHISTLE_ACTIONS } from './whistle-action-forms.js';

const form = (name: string) => WHISTLE_ACTIONS.forms[name]!;

describe('a form of an action', () => {
  it('sends what was typed and leaves out what was not', () => {
    expect(
      bodyOf(form('whistle.dispatch'), { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: [], brief: '' }),
    ).toEqual({ leadDepartmentId: 'ZX-CGJ' });
  });

  it('asks whoever fails a verification why, and forgets the reason of a pass', () => {
    expect(missingFields(form('whistle.verify'), { verdict: 'fail', falseFeedback: 'false' })).toEqual(['note']);
    expect(bodyOf(form('whistle.verify'), { verdict: 'pass', note: '之前写的' })).toEqual({
      verdict: 'pass',
      falseFeedback: false,
    });
  });

  it('turns a ruling and a consent into what the service reads', () => {
    expect(bodyOf(form('whistle.confirmDecline'), { approve: 'true' })).toEqual({ approve: true });
    expect(bodyOf(form('whistle.reopen'), { reason: '又坏了', channel: 'phone' })).toEqual({
      reason: '又坏了',
      onBehalfOf: { channel: 'phone' },
    });
    expect(bodyOf(form('whistle.withdraw'), { reason: '自行解决' })).toEqual({ reason: '自行解决' });
  });

  it('writes an application for the register as the service reads it', () => {
    const typed = {
      reason: '等资金',
      blockerType: 'funds',
      blockerNote: '明年下达',
      goal: '装电梯',
      briefMeasures: '勘察',
    };
    expect(bodyOf(form('ledger.apply'), { ...typed, milestones: [{ title: '勘察', dueAt: '2026-12-31' }] })).toEqual({
      ...{ reason: '等资金', blockers: [{ type: 'funds', note: '明年下达' }] },
      ...{ milestones: [{ title: '勘察', dueAt: '2026-12-31' }], taskBrief: { goal: '装电梯', measures: '勘察' } },
    });
  });

  it('has words for every action and every field', () => {
    const known = new Set(Object.keys(ACTION_WORDS));
    const wanted = Object.entries(WHISTLE_ACTIONS.forms).flatMap(([name, { fields }]) => [
      `do.${name}`,
      ...fields.map((field) => `field.${field.name}`),
    ]);
    expect(wanted.filter((key) => !known.has(key))).toEqual([]);
  });
});
