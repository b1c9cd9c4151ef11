import { z } from 'zod';
import { BLOCKER_KINDS } from '../blockers.js';
import { TASK_ROLES, TASK_STATES } from '../states.js';

/** The three lists of a unit (问题清单、措施清单、责任清单, S54). `title` heads the column of the table. */

const serverNow = z.iso.datetime().optional();
const text = (title: string) => z.string().meta({ title });
const instant = (title: string) => z.iso.datetime().meta({ title });

/** What every line says of the matter it stands for. */
const matter = {
  number: text('哨件编号'),
  taskId: z.uuid().meta({ title: '任务' }),
  department: text('单位'),
  community: text('社区'),
  role: z.enum(TASK_ROLES).meta({ title: '主办/协办' }),
  state: z.enum(TASK_STATES).meta({ title: '状态' }),
};

const Obstacle = z.object({ kind: z.enum(BLOCKER_KINDS), words: z.string(), recordedAt: z.iso.datetime() });

export const ProblemLine = z
  .object({
    ...matter,
    category: text('事项'),
    grade: text('等级'),
    dispatchedAt: instant('交办时间'),
    dueAt: instant('截止时间').optional(),
    blockers: z.array(Obstacle).meta({ title: '障碍' }),
  })
  .meta({ id: 'ProblemLine', description: '问题清单: an open matter of the unit and what is in its way' });
export type ProblemLine = z.output<typeof ProblemLine>;

export const MeasureLine = z
  .object({
    ...matter,
    goal: text('目标'),
    measures: z.array(z.string()).meta({ title: '措施' }),
    owner: text('责任人'),
    dueOn: z.iso.date().meta({ title: '完成期限' }),
  })
  .meta({ id: 'MeasureLine', description: '措施清单: what the unit has undertaken in its task brief' });
export type MeasureLine = z.output<typeof MeasureLine>;

export const ResponsibilityLine = z
  .object({
    ...matter,
    assignee: text('经办人').optional(),
    owner: text('责任人').optional(),
    dueOn: z.iso.date().meta({ title: '完成期限' }).optional(),
    headSignedAt: instant('单位负责人签字').optional(),
    leaderSignedAt: instant('分管领导签字').optional(),
  })
  .meta({ id: 'ResponsibilityLine', description: '责任清单: who answers for the matter, and who has signed' });
export type ResponsibilityLine = z.output<typeof ResponsibilityLine>;

const page = <T extends z.ZodType>(line: T, id: string) =>
  z
    .object({ items: z.array(line), nextCursor: z.string().optional(), serverNow })
    .meta({ id, description: 'Open matters, latest dispatched first' });
export const ProblemPage = page(ProblemLine, 'ProblemPage');
export const MeasurePage = page(MeasureLine, 'MeasurePage');
export const ResponsibilityPage = page(ResponsibilityLine, 'ResponsibilityPage');

/** Filters of the three lists, beside `limit` and `cursor`. */
export const listFilters = {
  departmentId: z.string().trim().min(1).max(40).optional(),
  communityId: z.string().trim().min(1).max(40).optional(),
  format: z
    .enum(['json', 'csv'])
    .default('json')
    .meta({ description: '`csv`: the whole list as a table to print, UTF-8 with a byte order mark' }),
};
