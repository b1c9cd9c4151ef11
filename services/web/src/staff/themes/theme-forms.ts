import type { ActionForm, Field } from '../actions/action-form.js';

const YES_NO = ['true', 'false'] as const;
const REASON: Field = { name: 'reason', kind: 'text', maxLength: 1_000 };

/** Of a candidate the category is known; any other is named. */
export const proposeForm = (month: string, categoryCode?: string): ActionForm => ({
  path: '',
  fields: [...(categoryCode === undefined ? [{ name: 'categoryCode', kind: 'category' } satisfies Field] : []), REASON],
  fixed: { month, ...(categoryCode === undefined ? {} : { categoryCode }) },
});

export const RULE_FORM: ActionForm = {
  path: 'approval',
  fields: [
    { name: 'approve', kind: 'choice', codes: YES_NO, words: 'approve' },
    { ...REASON, onlyWith: { field: 'approve', codes: ['false'] } },
  ],
  toBody: ({ approve, ...rest }) => ({ ...rest, approve: approve === 'true' }),
};
