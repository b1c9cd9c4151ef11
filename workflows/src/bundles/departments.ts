/** The workflows that run on the queue `departments`. */
export { departmentTaskWorkflow } from '../department-task/department-task.workflow.js';
export { reconciliationWorkflow } from '../reconciliation/reconciliation.workflow.js';
