import type { ActionForm } from '../actions/action-form.js';

/** What may be done about a card, a supervise order, an interview; names are those of the table of rights. */
export const ORDER_FORMS: Readonly<Record<string, ActionForm>> = {
  'order.answer': {
    path: 'answer',
    fields: [
      { name: 'orderAnswer', kind: 'text', maxLength: 2_000 },
      { name: 'promisedAt', kind: 'day', label: 'field.order.promisedAt', isOptional: true },
    ],
    toBody: ({ orderAnswer: answer, ...rest }) => ({ ...rest, answer }),
  },
  'order.close': { path: 'closure', fields: [] },
  'interview.record': {
    path: 'record',
    fields: [{ name: 'interviewNote', kind: 'text', maxLength: 2_000 }],
    toBody: ({ interviewNote: note }) => ({ note }),
  },
  'card.withdraw': { path: 'withdrawal', fields: [{ name: 'reason', kind: 'text', maxLength: 1_000 }] },
};
