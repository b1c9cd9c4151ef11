import { PROPOSAL_RATINGS, REPLY_CLASSES } from '@hsl/contracts/states';
import type { ActionForm, Field } from '../actions/action-form.js';
import type { ActionTable } from '../actions/sort-actions.js';

const text = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'text', maxLength: 5_000, ...more });
const TEXT = text('text');
const REASON = text('text', { maxLength: 1_000 });
const ruling = (name: string, fields: readonly Field[]): Pick<ActionForm, 'fields' | 'toBody'> => ({
  fields: [{ name, kind: 'choice', codes: ['true', 'false'], words: 'approve' }, ...fields],
  toBody: ({ [name]: said, ...rest }) => ({ ...rest, [name]: said === 'true' }),
});
const REPLY: Pick<ActionForm, 'fields'> = {
  fields: [
    { name: 'replyClass', kind: 'choice', codes: REPLY_CLASSES, words: 'replyClass' },
    { ...TEXT },
    { name: 'promisedAt', kind: 'day', onlyWith: { field: 'replyClass', codes: ['B'] } },
  ],
};

/** A proposal, by itself or raised from what it comes of. */
export const proposalForm = (origin: { sessionId?: string; whistleId?: string } = {}): ActionForm => ({
  path: '/api/proposals',
  fields: [{ name: 'title', kind: 'line', maxLength: 100 }, TEXT],
  fixed: origin,
});

/** What people do to a proposal after its submission (domain 2.6), in the order of its life. */
export const PROPOSAL_ACTIONS: ActionTable = {
  forms: {
    'proposal.file': {
      path: 'filing',
      ...ruling('isFiled', [{ ...REASON, onlyWith: { field: 'isFiled', codes: ['false'] } }]),
    },
    'proposal.assign': {
      path: 'assignment',
      fields: [
        { name: 'leadDepartmentId', kind: 'department' },
        { name: 'supportingDepartmentIds', kind: 'departments', isOptional: true },
      ],
    },
    'proposal.recordMeeting': { path: 'meeting', fields: [text('text', { maxLength: 2_000 })] },
    'proposal.confirmMeeting': { path: 'meeting-confirmation', fields: [] },
    'proposal.giveOpinion': { path: 'opinion', fields: [TEXT] },
    'proposal.reply': { path: 'reply', ...REPLY },
    'proposal.supplement': { path: 'supplement', ...REPLY },
    'proposal.rate': {
      path: 'rating',
      fields: [
        { name: 'rating', kind: 'choice', codes: PROPOSAL_RATINGS, words: 'field.satisfaction' },
        { ...REASON, isOptional: true },
      ],
    },
    'proposal.close': { path: 'closing', fields: [] },
    'proposal.draftReply': { path: 'reply-draft', fields: [TEXT] },
    'proposal.requestReturn': { path: 'return-request', fields: [TEXT] },
    'proposal.ruleReturn': { path: 'return-ruling', ...ruling('isUpheld', [REASON]) },
    'proposal.withdraw': { path: 'withdrawal', fields: [] },
  },
  stepActions: {
    ...{
      proposalFile: 'proposal.file',
      proposalAssign: 'proposal.assign',
      proposalReturnRuling: 'proposal.ruleReturn',
    },
    ...{ proposalRate: 'proposal.rate', proposalClose: 'proposal.close' },
  },
  sideSteps: ['proposal.draftReply', 'proposal.requestReturn', 'proposal.withdraw'],
};
