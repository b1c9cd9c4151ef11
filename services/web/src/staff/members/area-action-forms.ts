import type { ActionForm } from '../actions/action-form.js';

const reason = { kind: 'text', maxLength: 500 } as const;

/** A liaison officer proposes that a posting begins or ends (S26). */
export const PROPOSE_AREA: ActionForm = {
  path: 'area-proposals',
  fields: [
    { name: 'change', kind: 'choice', codes: ['begin', 'end'], words: 'areaChange', initial: 'begin' },
    { name: 'memberId', kind: 'member' },
    { name: 'communityId', kind: 'community' },
    { name: 'firstDay', kind: 'plainDay', onlyWith: { field: 'change', codes: ['begin'] } },
    { name: 'lastDay', kind: 'plainDay', onlyWith: { field: 'change', codes: ['end'] } },
    { name: 'reason', ...reason },
  ],
};

/** A deputy leader rules on it. */
export const DECIDE_AREA: ActionForm = {
  path: 'decision',
  fields: [
    { name: 'approve', kind: 'choice', codes: ['true', 'false'], words: 'approve', initial: 'true' },
    { name: 'remark', ...reason, label: 'field.refusalReason', onlyWith: { field: 'approve', codes: ['false'] } },
  ],
  toBody: ({ approve, ...rest }) => ({ ...rest, approved: approve === 'true' }),
};
