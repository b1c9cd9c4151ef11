import { RETURN_REASONS, type TaskState } from '@hsl/contracts/states';
import type { ActionForm, Field } from '../actions/action-form.js';
import { rulingForm } from '../actions/ruling-form.js';
import type { ActionTable } from '../actions/sort-actions.js';
import type { TaskDetails } from './use-tasks.js';

/** 社区评部门, best first. */
const SCORES = ['5', '4', '3', '2', '1'] as const;
/** A unit in one of these owes the lead nothing more. */
const SETTLED: readonly TaskState[] = ['FEEDBACK_SUBMITTED', 'VERIFIED', 'RETURNED', 'CANCELLED'];
const YES_NO = ['true', 'false'] as const;
const text = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'text', maxLength: 1_000, ...more });
const REASON = text('reason');
const LAW = text('legalBasis', { maxLength: 500 });

/** Names as people write them one after the other. */
const namesIn = (typed: string): string[] =>
  typed
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** What was done, with the evidence people write; a lead gives it for the whole matter. */
const FEEDBACK: ActionForm = {
  path: 'feedback',
  fields: [
    text('summary', { maxLength: 2_000, templates: 'feedback' }),
    text('measures', { maxLength: 2_000, isOptional: true }),
    {
      ...{ name: 'evidence', kind: 'evidence', namesFiles: true },
      shots: [{ stage: 'before' }, { stage: 'after', least: 1 }],
    },
    { name: 'contactedResident', kind: 'choice', codes: YES_NO, words: 'yes', isOptional: true },
  ],
  toBody: ({ contactedResident, ...rest }) =>
    contactedResident === undefined ? rest : { ...rest, contactedResident: contactedResident === 'true' },
};
const extensionRuling = rulingForm('extension-ruling');

/** Every action on a department's task that this portal offers; the name is the one of the table of rights. */
export const TASK_ACTIONS: ActionTable = {
  forms: {
    'departmentTask.acknowledge': { path: 'acknowledgement', fields: [] },
    'departmentTask.feedback': FEEDBACK,
    'departmentTask.integrateFeedback': FEEDBACK,
    'departmentTask.requestReturn': {
      path: 'return-request',
      fields: [
        {
          ...{ name: 'reasonCode', label: 'field.returnReason', kind: 'choice' },
          ...{ codes: RETURN_REASONS, words: 'field.returnReason' },
        },
        { name: 'toDepartmentId', kind: 'department' },
        LAW,
        text('note', { isOptional: true }),
      ],
    },
    'departmentTask.ruleReturn': {
      path: 'return-ruling',
      fields: [
        { name: 'accept', kind: 'choice', codes: YES_NO, words: 'approve' },
        {
          name: 'toDepartmentId',
          kind: 'department',
          isOptional: true,
          onlyWith: { field: 'accept', codes: ['true'] },
        },
        REASON,
      ],
      toBody: ({ accept, ...rest }) => ({ ...rest, accept: accept === 'true' }),
    },
    'departmentTask.requestExtension': {
      path: 'extension-request',
      fields: [{ name: 'newDueAt', kind: 'day' }, REASON],
    },
    'departmentTask.grantFirstExtension': extensionRuling,
    'departmentTask.grantSecondExtension': extensionRuling,
    'dispute.state': {
      path: 'statements',
      fields: [text('position', { maxLength: 2_000 }), { ...LAW, isOptional: true }],
    },
    'dispute.convene': {
      path: 'site-meeting',
      fields: [text('attended', { maxLength: 500 }), text('findings', { maxLength: 2_000 })],
      toBody: ({ attended, ...rest }) => ({ ...rest, attended: namesIn(String(attended)) }),
    },
    'dispute.rule': { path: 'dispute-ruling', fields: [{ name: 'toDepartmentId', kind: 'department' }, REASON] },
    'dispute.appeal': { path: 'appeal', fields: [REASON] },
    'departmentTask.rate': {
      path: 'rating',
      fields: [{ name: 'score', kind: 'choice', codes: SCORES }],
      toBody: ({ score }) => ({ score: Number(score) }),
    },
    'dispute.ruleAppeal': {
      path: 'appeal-ruling',
      fields: [{ name: 'toDepartmentId', kind: 'department' }, REASON],
    },
    'departmentTask.agreePause': { path: 'pause', fields: [REASON] },
    'siteVisit.record': {
      path: 'site-visits',
      fields: [
        text('place', { maxLength: 120 }),
        { name: 'visitedAt', kind: 'instant' },
        text('advice', { maxLength: 2_000 }),
        { name: 'fileIds', kind: 'files', namesFiles: true, shots: [{ stage: 'during' }], isOptional: true },
      ],
    },
    'departmentTask.recordInterim': { path: 'interim-actions', fields: [text('action')] },
  },
  stepActions: {
    ...{ acknowledge: 'departmentTask.acknowledge', returnRuling: 'departmentTask.ruleReturn' },
    ...{ siteMeeting: 'dispute.convene', disputeRuling: 'dispute.rule' },
    ...{ appeal: 'dispute.appeal', appealRuling: 'dispute.ruleAppeal' },
  },
  sideSteps: [
    ...['departmentTask.requestReturn', 'departmentTask.requestExtension'],
    ...['departmentTask.flagIdle', 'departmentTask.waiveSupporting'],
    ...['siteVisit.record', 'departmentTask.recordInterim'],
  ],
};

/** The same for one task, with what its lead may do about the units that still owe it something. */
export function taskActions({ others }: Pick<TaskDetails, 'others'>): ActionTable {
  const open = others.filter(({ role, state }) => role === 'supporting' && !SETTLED.includes(state));
  const options = open.map(({ id, department }) => ({ value: id, label: department.name }));
  const fields: Field[] = [{ name: 'supportingTaskId', kind: 'choice', options }, REASON];
  const ofTheLead = {
    'departmentTask.flagIdle': { path: 'idle-flags', fields },
    'departmentTask.waiveSupporting': { path: 'waivers', fields },
  };
  return { ...TASK_ACTIONS, forms: { ...TASK_ACTIONS.forms, ...ofTheLead } };
}
