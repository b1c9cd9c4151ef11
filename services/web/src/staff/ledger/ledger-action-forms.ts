import type { LedgerEntry } from '@hsl/contracts/schemas/ledger';
import type { ActionForm, Field } from '../actions/action-form.js';
import type { ActionTable } from '../actions/sort-actions.js';

const YES_NO = ['true', 'false'] as const;
const text = (name: string, maxLength = 2_000): Field => ({ name, kind: 'text', maxLength });
const REASON = text('reason', 1_000);
const APPROVE: Field = { name: 'approve', kind: 'choice', codes: YES_NO, words: 'approve' };

const approval: ActionForm = {
  path: 'ruling',
  fields: [APPROVE, REASON],
  toBody: ({ approve, ...rest }) => ({ ...rest, approve: approve === 'true' }),
};

/** The next date of the timetable: milestones are reported in order. */
export const nextMilestone = ({ milestones }: Pick<LedgerEntry, 'milestones'>) =>
  milestones.find(({ state }) => state === 'PENDING' || state === 'SLIPPED');

/** What may be done to one entry; a milestone is reported below the entry's own address. */
export function ledgerActions(entry: LedgerEntry): ActionTable {
  const next = nextMilestone(entry);
  return {
    forms: {
      'ledger.attachOpinion': {
        path: 'opinion',
        fields: [text('opinion'), { name: 'supports', kind: 'choice', codes: YES_NO, words: 'yes' }],
        toBody: ({ supports, ...rest }) => ({ ...rest, supports: supports === 'true' }),
      },
      ...{ 'ledger.approveShort': approval, 'ledger.approveLong': approval },
      ...(next && {
        'milestone.report': {
          path: `milestones/${next.id}`,
          fields: [text('result'), text('evidence')],
          toBody: ({ result, evidence }) => ({ result, evidence: [{ kind: 'after', note: evidence }] }),
        },
      }),
      'carryOver.propose': { path: 'carry-over', fields: [REASON] },
      'carryOver.approve': {
        path: 'carry-over/ruling',
        fields: [
          APPROVE,
          { name: 'milestones', kind: 'milestones', onlyWith: { field: 'approve', codes: ['true'] } },
          text('reply'),
        ],
        toBody: ({ approve, ...rest }) => ({ ...rest, approve: approve === 'true' }),
      },
      'ledger.review': { path: 'reviews', fields: [text('findings')] },
    },
    stepActions: {},
    sideSteps: ['carryOver.propose', 'ledger.review'],
  };
}
