import type { ActionForm, Field } from '../actions/action-form.js';

const REASON: Field = { name: 'reason', kind: 'text', maxLength: 1_000 };

/** Of a candidate the category is known; any other is named. */
export const proposeForm = (month: string, categoryCode?: string): ActionForm => ({
  path: '',
  fields: [...(categoryCode === undefined ? [{ name: 'categoryCode', kind: 'category' } satisfies Field] : []), REASON],
  fixed: { month, ...(categoryCode === undefined ? {} : { categoryCode }) },
});
