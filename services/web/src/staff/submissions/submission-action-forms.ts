import type { Role } from '@hsl/contracts/roles';
import type { Submission } from '@hsl/contracts/schemas/submissions';
import { DECLINE_REASONS } from '@hsl/contracts/submissions';
import type { Field } from '../actions/action-form.js';
import type { ActionTable, Listed } from '../actions/sort-actions.js';
import type { OriginalRights } from '../evidence/exhibit.js';

const ANSWER: Field = { name: 'answer', kind: 'text', maxLength: 2_000, templates: 'answer' };

const REFUSAL: Field = { ...ANSWER, templates: 'decline' };

/** What becomes of what a resident told. */
export const SUBMISSION_ACTIONS: ActionTable = {
  forms: {
    'submission.answer': { path: 'answer', fields: [ANSWER] },
    'submission.screen': {
      path: 'screening',
      fields: [{ name: 'handToCommunity', kind: 'choice', codes: ['true', 'false'], words: 'yes', initial: 'true' }],
      toBody: ({ handToCommunity }) => ({ handToCommunity: handToCommunity === 'true' }),
    },
    'submission.whistle': { path: 'whistle', fields: [{ name: 'whistleId', kind: 'whistle' }, ANSWER] },
    'submission.decline': {
      path: 'decline',
      fields: [
        { name: 'reasonCode', kind: 'choice', codes: DECLINE_REASONS, words: 'field.submissionReason' },
        REFUSAL,
      ],
    },
    'submission.eraseContact': { path: 'contact-erasure', fields: [{ name: 'reason', kind: 'text', maxLength: 500 }] },
  },
  stepActions: {},
  sideSteps: ['submission.decline', 'submission.eraseContact'],
};

/** The service decides; this is what is worth offering: the answer of a list says nothing of rights. */
export function submissionActions(
  { state, handedToCommunity }: Pick<Submission, 'state' | 'handedToCommunity'>,
  roles: readonly Role[],
): Listed[] {
  // Whoever asks for it is forgotten, whatever became of what they told.
  const erasure = roles.includes('deputyLeader') ? [{ name: 'submission.eraseContact', allowed: true }] : [];
  if (state !== 'RECEIVED') return erasure;
  const isLiaison = roles.includes('liaisonOfficer');
  const mayAnswer = isLiaison || (handedToCommunity && roles.includes('communityWorker'));
  const offered = [
    ...(mayAnswer ? ['submission.answer'] : []),
    ...(isLiaison ? ['submission.screen', 'submission.whistle', 'submission.decline'] : []),
  ];
  return [...offered.map((name) => ({ name, allowed: true })), ...erasure];
}

/** What is worth offering about the photos that came with it; a community looks behind a covered one while it is open. */
export function photoRights({ state }: Pick<Submission, 'state'>, roles: readonly Role[]): OriginalRights {
  const isLiaison = roles.includes('liaisonOfficer');
  const isWorker = roles.includes('communityWorker');
  return { mayCover: isLiaison || isWorker, mayLook: isLiaison || (isWorker && state === 'RECEIVED') };
}

/** What is worth offering about the sender: the office, and the community it was handed to, if anything was left. */
export const mayLook = (
  { hasContact, hasPosition, handedToCommunity }: Pick<Submission, 'hasContact' | 'hasPosition' | 'handedToCommunity'>,
  roles: readonly Role[],
): boolean =>
  (hasContact || hasPosition) &&
  (roles.includes('liaisonOfficer') || (handedToCommunity && roles.includes('communityWorker')));
