import type { ActionForm } from '../actions/action-form.js';
import type { ActionTable } from '../actions/sort-actions.js';

export const BOOKING: ActionTable = {
  forms: {
    'venue.book': {
      path: '',
      fields: [
        { name: 'roomId', kind: 'room' },
        { name: 'from', kind: 'instant' },
        { name: 'to', kind: 'instant', label: 'field.until' },
        { name: 'purpose', kind: 'line', maxLength: 200 },
        { name: 'sessionId', kind: 'session', isOptional: true },
      ],
    },
  },
  stepActions: {},
  sideSteps: [],
};

/** Whoever cancels another person's booking says why. */
export const cancelForm = (isOwn: boolean): ActionForm => ({
  path: 'cancellation',
  fields: [{ name: 'reason', kind: 'text', maxLength: 500, isOptional: isOwn }],
});
