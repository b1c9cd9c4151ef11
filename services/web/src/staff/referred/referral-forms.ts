import type { ActionForm } from '../actions/action-form.js';

/** What the district does about what was referred to it (rung 6). */
export const REFERRAL_FORMS: Readonly<Record<string, ActionForm>> = {
  'matter.answerReferral': {
    path: 'answer',
    fields: [{ name: 'answer', kind: 'text', label: 'field.referralAnswer', maxLength: 1_000 }],
  },
};
