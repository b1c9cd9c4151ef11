import type { DepartmentDetails } from '@hsl/contracts/schemas/departments';
import type { ActionForm } from '../actions/action-form.js';

export type Handlers = NonNullable<DepartmentDetails['handlers']>;

/** What a head sets for somebody who is away for some days, or leaves: who of the others takes over. */
export function awayForms(others: Handlers): Readonly<Record<string, ActionForm>> {
  const options = others.map(({ id, name }) => ({ value: id, label: name }));
  return {
    'handler.setAbsence': {
      path: 'absences',
      fields: [
        { name: 'firstDay', kind: 'plainDay' },
        { name: 'lastDay', kind: 'plainDay' },
        { name: 'substituteId', kind: 'choice', options },
      ],
    },
    'departmentTask.assignHandler': {
      path: 'hand-over',
      fields: [
        { name: 'toHandlerId', kind: 'choice', options },
        { name: 'reason', kind: 'text', maxLength: 500 },
      ],
    },
  };
}
