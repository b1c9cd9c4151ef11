import type { ActionForm } from './action-form.js';

/** A ruling on what somebody proposed; whoever says no says why. */
export const rulingForm = (path: string): ActionForm => ({
  path,
  fields: [
    { name: 'approve', kind: 'choice', codes: ['true', 'false'], words: 'approve' },
    { name: 'reason', kind: 'text', maxLength: 1_000, onlyWith: { field: 'approve', codes: ['false'] } },
  ],
  toBody: ({ approve, ...rest }) => ({ ...rest, approve: approve === 'true' }),
});
