import type { Facts } from '@hsl/access/target';
import type {
  GiveTaskReason,
  NameSupporting,
  RecordSiteMeeting,
  RequestExtension,
  RequestReturn,
  RuleDispute,
  RuleExtension,
  RuleReturn,
} from '@hsl/contracts/schemas/task-steps';
import type { TaskProgress } from '@hsl/contracts/task-progress';
import * as messages from '@hsl/workflows/department-task/department-task.messages';
import type { UpdateDefinition } from '@temporalio/common';
import type { TaskRow } from '../tasks/task.repository.js';

/** A step as a table has it: the right it needs, the update it becomes, what its words are kept as. */
export interface TaskStepSpec<Body extends object, C extends messages.TaskCommand> {
  ability: string | ((task: TaskRow) => string);
  update: UpdateDefinition<messages.TaskStepTaken, [C]>;
  words: string;
  duties?: (body: Body) => Facts;
  /** @param open supporting tasks of the matter that still owe something */
  command: (body: Body, open: readonly TaskRow[]) => Omit<C, keyof messages.TaskCommand>;
  /** Supporting task the body names: it must be of the matter and still owe something. */
  supporting?: (body: Body) => string;
  /** Department the body names, which must exist, and its field. */
  names?: (body: Body) => { field: string; id: string } | undefined;
}

export const progressOf = (task: TaskRow): Partial<TaskProgress> => task.progress as unknown as Partial<TaskProgress>;

const reasonGiven = () => ({ reasonGiven: true });
const toDepartment = ({ toDepartmentId: id }: { toDepartmentId?: string }) =>
  id === undefined ? undefined : { field: 'toDepartmentId', id };

export const REQUEST_RETURN: TaskStepSpec<RequestReturn, messages.ReturnCommand> = {
  ...{ ability: 'departmentTask.requestReturn', update: messages.requestReturnUpdate, words: 'returnRequest' },
  ...{ names: toDepartment, command: ({ reasonCode, toDepartmentId }) => ({ reasonCode, toDepartmentId }) },
};
export const RULE_RETURN: TaskStepSpec<RuleReturn, messages.RuleReturnCommand> = {
  ...{ ability: 'departmentTask.ruleReturn', update: messages.ruleReturnUpdate, words: 'returnRuling' },
  ...{ names: toDepartment, command: ({ accept, toDepartmentId }) => ({ isAccepted: accept, toDepartmentId }) },
};
export const SITE_MEETING: TaskStepSpec<RecordSiteMeeting, messages.TaskCommand> = {
  ...{ ability: 'dispute.convene', update: messages.recordSiteMeetingUpdate, words: 'siteMeeting' },
  command: () => ({}),
};
export const RULE_DISPUTE: TaskStepSpec<RuleDispute, messages.RuleDisputeCommand> = {
  ...{ ability: 'dispute.rule', update: messages.ruleDisputeUpdate, words: 'disputeRuling' },
  ...{ names: toDepartment, command: ({ toDepartmentId }) => ({ toDepartmentId }) },
};
export const APPEAL: TaskStepSpec<GiveTaskReason, messages.TaskCommand> = {
  ...{ ability: 'dispute.appeal', update: messages.appealUpdate, words: 'appeal', command: () => ({}) },
};
export const RULE_APPEAL: TaskStepSpec<RuleDispute, messages.RuleDisputeCommand> = {
  ...{ ability: 'dispute.ruleAppeal', update: messages.ruleAppealUpdate, words: 'appealRuling' },
  ...{ names: toDepartment, command: ({ toDepartmentId }) => ({ toDepartmentId }) },
};
export const REQUEST_EXTENSION: TaskStepSpec<RequestExtension, messages.ExtensionCommand> = {
  ...{ ability: 'departmentTask.requestExtension', update: messages.requestExtensionUpdate, words: 'extensionRequest' },
  ...{ duties: reasonGiven, command: ({ newDueAt }) => ({ newDueAt: Date.parse(newDueAt) }) },
};
/** The first by a liaison officer, the second by a deputy leader (domain 4.3). */
export const RULE_EXTENSION: TaskStepSpec<RuleExtension, messages.RuleExtensionCommand> = {
  ability: (task) =>
    (progressOf(task).extensionsGranted ?? 0) === 0
      ? 'departmentTask.grantFirstExtension'
      : 'departmentTask.grantSecondExtension',
  ...{ update: messages.ruleExtensionUpdate, words: 'extensionRuling' },
  command: ({ approve }) => ({ isApproved: approve }),
};
export const FLAG_IDLE: TaskStepSpec<NameSupporting, messages.FlagIdleCommand> = {
  ...{ ability: 'departmentTask.flagIdle', update: messages.flagIdleUpdate, words: 'idleFlag' },
  command: ({ supportingTaskId }) => ({ supportingTaskId }),
  supporting: ({ supportingTaskId }) => supportingTaskId,
};
export const AGREE_PAUSE: TaskStepSpec<GiveTaskReason, messages.AgreePauseCommand> = {
  ...{ ability: 'departmentTask.agreePause', update: messages.agreePauseUpdate, words: 'pause' },
  command: (_body, open) => ({ openTaskIds: open.map(({ id }) => id) }),
};
