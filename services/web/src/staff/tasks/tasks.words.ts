import type { Words } from '../../words/words.js';
import { TASK_STATE_WORDS } from '../task-state.words.js';

export const TASKS_WORDS = {
  ...TASK_STATE_WORDS,
  'tasks.title': ['任务箱', 'Tasks'],
  'tasks.mine': ['该我办 {{n}}', 'Owed {{n}}'],
  'tasks.others': ['等别人 {{n}}', 'Waiting for others {{n}}'],
  'tasks.done': ['已办完 {{n}}', 'Done {{n}}'],
  'tasks.mine.empty': ['没有等本单位办的任务。', 'No task waits for your department.'],
  'tasks.others.empty': ['没有在等别人的任务。', 'No task waits for others.'],
  'tasks.done.empty': ['还没有办完的任务。', 'No task is done yet.'],
  'tasks.acknowledgeAll': ['批量签收 {{n}} 件', 'Acknowledge {{n}}'],
  'tasks.waitsFor': ['等 {{who}}', 'waits for {{who}}'],
  'tasks.role.lead': ['主办', 'lead'],
  'tasks.role.supporting': ['协办', 'supporting'],
  'tasks.round': ['重办 第 {{n}} 次', 'rework {{n}}'],
  'task.whistle': ['看这件事', 'Open the matter'],
  'task.others': ['其他单位', 'Other units'],
  'task.feedback': ['反馈', 'Feedback'],
  'task.cards': ['黄牌红牌', 'Cards'],
  'task.by': ['{{at}} 前反馈', 'feedback by {{at}}'],
} as const satisfies Words;
