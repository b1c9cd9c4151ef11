import type { ProposalState } from '@hsl/contracts/states';
import { PROPOSAL_TRANSITIONS } from '@hsl/domain/proposal-transitions';
import { diagramOf, tableOf } from './lifecycle-drawing.js';

/** What people call the states. */
const CHINESE: Record<ProposalState, string> = {
  SUBMITTED: '已提交',
  FILED: '已立案',
  NOT_FILED: '不予立案',
  ASSIGNED: '已交办',
  RETURN_REQUESTED: '申请退办',
  MET: '已面商',
  REPLIED: '已答复',
  RATED: '已评价',
  CARRIED_OVER: '续办',
  CLOSED: '办结',
  WITHDRAWN: '撤回',
};

/** The part of `docs/lifecycle.md` on proposals, from the table their workflow takes legality from. */
export const proposalLifecycleMarkdown = (): string => `# The life cycle of a proposal

Drawn from \`libs/domain/src/proposal-transitions.ts\`. Steps that are recorded without moving the proposal stand in the table only. A
proposal keeps the version of the rules it was submitted under; a reply, a ruling and an opinion that are late climb the ladder above.

${diagramOf(PROPOSAL_TRANSITIONS, CHINESE, ({ from, to }) => from !== to)}

${tableOf(PROPOSAL_TRANSITIONS)}
`;
