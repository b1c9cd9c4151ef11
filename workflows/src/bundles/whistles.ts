/** The workflows that run on the queue `whistles`. */
export { followUpWorkflow } from '../follow-up/follow-up.workflow.js';
export { ledgerWorkflow } from '../ledger/ledger.workflow.js';
export { pastMatterWorkflow } from '../past/past-matter.workflow.js';
export { reconciliationWorkflow } from '../reconciliation/reconciliation.workflow.js';
export { whistleWorkflow } from '../whistle/whistle.workflow.js';
