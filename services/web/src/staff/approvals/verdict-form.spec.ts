import { describe, expect, it } from '@jest/globals';
import { bodyOf, missingFields } from '../actions/action-form.js';
import { ledgerActions } from '../ledger/ledger-action-forms.js';
import { TASK_ACTIONS } from '../tasks/task-action-forms.js';
import { WHISTLE_ACTIONS } from '../whistle/whistle-action-forms.js';
import { hasVerdict, withVerdict } from './verdict-form.js';

const decline = WHISTLE_ACTIONS.forms['whistle.confirmDecline']!;
const ruleReturn = TASK_ACTIONS.forms['departmentTask.ruleReturn']!;
const carryOver = ledgerActions({ milestones: [] } as never).forms['carryOver.approve']!;

describe('a yes or a no in place', () => {
  it('asks nothing more of a plain yes, and why of a no', () => {
    expect(missingFields(withVerdict(decline, 'true'), {})).toEqual([]);
    expect(bodyOf(withVerdict(decline, 'true'), {})).toEqual({ approve: true });
    expect(missingFields(withVerdict(decline, 'false'), {})).toEqual(['reason']);
    expect(bodyOf(withVerdict(decline, 'false'), { reason: '在辖区内' })).toEqual({
      approve: false,
      reason: '在辖区内',
    });
  });

  it('asks what goes with its answer', () => {
    const names = (verdict: 'true' | 'false', form = ruleReturn) =>
      withVerdict(form, verdict).fields.map(({ name }) => name);
    expect([names('true'), names('false')]).toEqual([['toDepartmentId', 'reason'], ['reason']]);
    expect([names('true', carryOver), names('false', carryOver)]).toEqual([['milestones', 'reply'], ['reply']]);
    expect(bodyOf(withVerdict(ruleReturn, 'false'), { reason: '在册' })).toEqual({ accept: false, reason: '在册' });
  });

  it('leaves a form alone that asks for no verdict', () => {
    const rule = TASK_ACTIONS.forms['dispute.rule']!;
    expect([hasVerdict(rule), hasVerdict(decline), withVerdict(rule, 'true')]).toEqual([false, true, rule]);
  });
});
