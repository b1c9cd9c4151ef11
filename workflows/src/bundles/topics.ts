/** The workflows that run on the queue `topics`. */
export { deliberationWorkflow } from '../deliberation/deliberation.workflow.js';
export { pastProposalWorkflow } from '../past/past-proposal.workflow.js';
export { pastSessionWorkflow } from '../past/past-session.workflow.js';
export { reconciliationWorkflow } from '../reconciliation/reconciliation.workflow.js';
export { submissionWorkflow } from '../submission/submission.workflow.js';
export { proposalWorkflow } from '../proposal/proposal.workflow.js';
