import { z } from 'zod';
import { CARD_KINDS } from '../department-kinds.js';
import { TASK_ROLES, TASK_STATES } from '../states.js';
import { noEmptySlot } from '../text-slots.js';
import { DISPUTE_PHASES } from '../task-progress.js';
import { ActionAnswer, DeadlineAnswer, RungAnswer, WaitingForAnswer } from './matter-views.js';
import { EvidenceNote } from './whistles.js';

/** Requests and answers on departments' tasks. Whose task it is follows from its id and the token, never the body. */

const referenceId = z.string().trim().min(1).max(40);
const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();
const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional(), serverNow });

/** The two steps of a task that have a clock. */
const TASK_STEPS = ['acknowledge', 'feedback'] as const;

export const AcknowledgeTask = z
  .strictObject({})
  .meta({ id: 'AcknowledgeTask', description: '签收: the department has it', examples: [{}] });
export type AcknowledgeTask = z.output<typeof AcknowledgeTask>;

/** Evidence of a feedback may name files that were put on the task before. */
const FeedbackEvidence = EvidenceNote.extend({
  fileIds: z.array(z.uuid()).max(9).optional().meta({ description: 'Files of the task that show it' }),
}).meta({ id: 'FeedbackEvidence', description: 'What was seen, when in the work, and the files that show it' });

export const SubmitFeedback = z
  .strictObject({
    summary: words(2000)
      .refine(noEmptySlot.check, noEmptySlot.fault)
      .meta({ description: 'What was done, and with what result; no names or phones of residents' }),
    measures: words(2000).optional().meta({ description: 'What keeps it from coming back' }),
    evidence: z
      .array(FeedbackEvidence)
      .max(20)
      .default([])
      .meta({ description: 'A supporting unit gives at least one' }),
    contactedResident: z.boolean().optional(),
  })
  .meta({
    id: 'SubmitFeedback',
    description: '反馈: a supporting unit on its part, the lead on the whole',
    examples: [
      {
        summary: '已划设非机动车停放区 3 处，清理占道车辆 42 辆。',
        measures: '每周巡查两次，连续四周。',
        evidence: [{ kind: 'after', note: '东门停放区照片 3 张' }],
        contactedResident: true,
      },
    ],
  });
export type SubmitFeedback = z.output<typeof SubmitFeedback>;

/** Filters of GET /api/department-tasks, beside `limit` and `cursor`. */
export const departmentTaskFilters = {
  mine: z.enum(['true', 'false']).optional().meta({ description: '`true`: tasks of the caller’s own department only' }),
  state: z.enum(TASK_STATES).optional(),
  overdue: z.enum(['true', 'false']).optional().meta({ description: 'Whether the step owed now is late' }),
  role: z.enum(TASK_ROLES).optional(),
  whistleId: z.uuid().optional(),
  departmentId: referenceId.optional(),
};

/** Filters of GET /api/cards, beside `limit` and `cursor`. */
export const cardFilters = {
  kind: z.enum(CARD_KINDS).optional(),
  step: z.enum(TASK_STEPS).optional(),
  departmentId: referenceId.optional(),
  whistleId: z.uuid().optional(),
  taskId: z.uuid().optional(),
};

const departmentRef = z
  .object({ id: z.string(), code: z.string(), name: z.string() })
  .meta({ id: 'DepartmentRef', description: 'A department as other objects name it' });

export const DepartmentTask = z
  .object({
    id: z.uuid(),
    whistleId: z.uuid(),
    number: z.string().meta({ description: 'Number of the whistle', examples: ['ZX-2026-000123'] }),
    communityId: z.string(),
    department: departmentRef,
    assigneeId: z
      .string()
      .optional()
      .meta({ description: 'Account of the handler in charge; absent while every handler of the department is' }),
    role: z.enum(TASK_ROLES),
    round: z.int().min(1).meta({ description: '1, and one more per rework' }),
    state: z.enum(TASK_STATES),
    version: z.int(),
    dispatchedAt: z.iso.datetime(),
    reworkedAt: z.iso.datetime().optional(),
    acknowledgeDueAt: z.iso.datetime(),
    feedbackDueAt: z.iso.datetime(),
    dueAt: z.iso.datetime().optional().meta({ description: 'When what is owed now is due' }),
    overdue: z.boolean(),
    acknowledgedAt: z.iso.datetime().optional(),
    acknowledgeOnTime: z.boolean().optional(),
    feedbackAt: z.iso.datetime().optional(),
    feedbackOnTime: z.boolean().optional(),
    verifiedAt: z.iso.datetime().optional(),
    actions: z.array(ActionAnswer),
    waitingFor: z.array(WaitingForAnswer),
    since: z.iso.datetime().optional().meta({ description: 'Since when it waits; absent when nobody is waited for' }),
    nextRung: RungAnswer.optional(),
    deadlines: z.array(DeadlineAnswer),
    serverNow,
  })
  .meta({ id: 'DepartmentTask', description: 'One department’s part of a whistle' });
export type DepartmentTask = z.output<typeof DepartmentTask>;
export const DepartmentTaskPage = page(DepartmentTask).meta({ id: 'DepartmentTaskPage' });

export const Card = z
  .object({
    id: z.uuid(),
    kind: z.enum(CARD_KINDS),
    step: z.enum(TASK_STEPS).meta({ description: 'The step that was late or about to be' }),
    round: z.int(),
    taskId: z.uuid(),
    department: departmentRef,
    whistleId: z.uuid(),
    number: z.string(),
    communityId: z.string(),
    dueAt: z.iso.datetime(),
    issuedAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().optional(),
    withdrawnReason: z.string().optional(),
    actions: z.array(ActionAnswer).optional().meta({ description: 'In the list of cards: what the caller may do' }),
  })
  .meta({ id: 'Card', description: 'A yellow or red card (黄牌, 红牌)' });
export type Card = z.output<typeof Card>;
export const CardPage = page(Card).meta({ id: 'CardPage' });

export const Feedback = z
  .object({
    id: z.uuid(),
    round: z.int(),
    summary: z.string(),
    measures: z.string().optional(),
    evidence: z.array(FeedbackEvidence),
    contactedResident: z.boolean().optional(),
    submittedAt: z.iso.datetime(),
    submittedRole: z.string(),
    onTime: z.boolean(),
  })
  .meta({ id: 'Feedback', description: 'What the department wrote at the end of a round' });
export type Feedback = z.output<typeof Feedback>;

export const DisputeStatement = z
  .object({
    id: z.uuid(),
    department: departmentRef.optional().meta({ description: 'Absent for the member and the community' }),
    role: z.string().meta({ examples: ['head'] }),
    position: z.string(),
    legalBasis: z.string().optional(),
    statedAt: z.iso.datetime(),
  })
  .meta({ id: 'DisputeStatement', description: 'What somebody says in a dispute over responsibility' });
export type DisputeStatement = z.output<typeof DisputeStatement>;

export const DepartmentTaskDetails = DepartmentTask.extend({
  cards: z.array(Card).meta({ description: 'Newest first, as far as the caller may read cards' }),
  feedback: z.array(Feedback).meta({ description: 'One per round, newest first' }),
  others: z
    .array(
      z.object({
        id: z.uuid().meta({ description: 'By which the lead names the unit’s task' }),
        department: departmentRef,
        role: z.enum(TASK_ROLES),
        state: z.enum(TASK_STATES),
        feedbackDueAt: z.iso.datetime(),
      }),
    )
    .meta({ description: 'Other units on the same whistle; a supporting unit sees the lead only' }),
  dispute: z
    .object({ phase: z.enum(DISPUTE_PHASES), toDepartment: departmentRef })
    .optional()
    .meta({ description: 'Where it is, and which unit is named; for whom a dispute is to read' }),
  statements: z.array(DisputeStatement).meta({ description: 'Oldest first; for whom a dispute is to read' }),
}).meta({ id: 'DepartmentTaskDetails', description: 'A task with its cards, feedback and the other units' });
export type DepartmentTaskDetails = z.output<typeof DepartmentTaskDetails>;

export const TaskTimelineEntry = z
  .object({
    at: z.iso.datetime(),
    kind: z.string().meta({ description: 'Code of what happened', examples: ['acknowledged'] }),
    version: z.int(),
    fromState: z.enum(TASK_STATES).optional(),
    toState: z.enum(TASK_STATES).optional(),
    actor: z
      .object({ id: z.string(), role: z.string() })
      .optional()
      .meta({ description: 'Absent where the clock acted' }),
    details: z.record(z.string(), z.unknown()),
    text: z.string().meta({ description: 'One sentence in the reader’s language' }),
  })
  .meta({ id: 'TaskTimelineEntry', description: 'One line of a task’s history' });
export type TaskTimelineEntry = z.output<typeof TaskTimelineEntry>;
export const TaskTimelinePage = page(TaskTimelineEntry).meta({ id: 'TaskTimelinePage' });
