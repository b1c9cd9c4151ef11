import { describe, expect, it } from '@jest/globals';
import { taskActions } from './task-action-forms.js';

type Other = Parameters<typeof taskActions>[0]['others'][number];
const other = (id: string, state: Other['state'], role: Other['role'] = 'supporting'): Other => ({
  ...{ id, state, role, feedbackDueAt: '2021-10-13T10:00:00Z' },
  department: { id: `ZX-${id}`, code: id, name: id },
});

describe('what a lead may do about a unit beside it', () => {
  it('names the supporting units that still owe something, and no other', () => {
    const others = [other('a', 'IN_PROGRESS'), other('b', 'FEEDBACK_SUBMITTED'), other('c', 'DISPATCHED', 'lead')];
    for (const name of ['departmentTask.flagIdle', 'departmentTask.waiveSupporting']) {
      const [unit] = taskActions({ others }).forms[name]!.fields;
      expect(unit?.options).toEqual([{ value: 'a', label: 'a' }]);
    }
  });
});
