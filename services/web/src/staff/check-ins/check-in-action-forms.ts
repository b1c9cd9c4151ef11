import type { ActionTable } from '../actions/sort-actions.js';

/** Mirrors what the service reads as reasons. */
const DECLINES = ['absence', 'conflictOfInterest', 'other'] as const;

/** What a member who is asked may answer. */
export const CHECK_IN_ACTIONS: ActionTable = {
  forms: {
    'checkIn.confirm': {
      path: 'confirmation',
      fields: [
        { name: 'comingOn', kind: 'plainDay', isOptional: true },
        { name: 'note', kind: 'text', maxLength: 500, isOptional: true },
      ],
    },
    'checkIn.decline': {
      path: 'decline',
      fields: [
        {
          ...{ name: 'reasonCode', label: 'field.declineReason', kind: 'choice' },
          ...{ codes: DECLINES, words: 'field.declineReason' },
        },
        { name: 'note', kind: 'text', maxLength: 500, onlyWith: { field: 'reasonCode', codes: ['other'] } },
      ],
    },
  },
  stepActions: { checkIn: 'checkIn.confirm' },
  sideSteps: [],
};
