/** The workflows that run on the queue `members`. */
export { checkInWorkflow } from '../check-in/check-in.workflow.js';
export { reconciliationWorkflow } from '../reconciliation/reconciliation.workflow.js';
