import { z } from 'zod';
import { DEPARTMENT_KINDS, DEPARTMENT_POSTS } from '../department-kinds.js';
import { HandlerAbsence } from './absences.js';

/** Answers of the departments service on departments and routing; tasks and cards stand in `department-tasks.ts`. */

const referenceId = z.string().trim().min(1).max(40);
const serverNow = z.iso.datetime().optional();
const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional(), serverNow });

/** Filters of GET /api/departments, beside `limit` and `cursor`. */
export const departmentFilters = {
  active: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Left out: all of them', examples: ['true'] }),
};

/** Filters of GET /api/routing-table, beside `limit` and `cursor`. */
export const routingFilters = {
  categoryCode: referenceId.optional().meta({ description: 'The suggestion for this category only', examples: ['C1'] }),
};

const departmentFields = {
  id: z.string().meta({ examples: ['ZX-CGJ'] }),
  code: z.string().meta({ examples: ['CGJ'] }),
  name: z.string().meta({ examples: ['城管局'] }),
};

export const Department = z.object({ ...departmentFields, kind: z.enum(DEPARTMENT_KINDS), active: z.boolean() }).meta({
  id: 'Department',
  description: 'A unit that tasks can be dispatched to',
  examples: [{ id: 'ZX-CGJ', code: 'CGJ', name: '城管局', kind: 'bureau', active: true }],
});
export type Department = z.output<typeof Department>;
export const DepartmentPage = page(Department).meta({ id: 'DepartmentPage' });

export const DepartmentDetails = Department.extend({
  openTasks: z.int().meta({ description: 'Tasks not yet fed back, as far as the caller may read them' }),
  overdueTasks: z.int(),
  cards: z
    .object({ yellow: z.int(), red: z.int() })
    .meta({ description: 'Cards so far, as far as the caller may read them' }),
  handlers: z
    .array(z.object({ id: z.string(), name: z.string(), post: z.enum(DEPARTMENT_POSTS), isFictional: z.boolean() }))
    .optional()
    .meta({ description: 'The people of the department; for itself and for who dispatches or leads' }),
  absences: z
    .array(HandlerAbsence)
    .optional()
    .meta({ description: 'Who of them is away, now or later, the first to begin first; for the same readers' }),
  serverNow,
}).meta({ id: 'DepartmentDetails', description: 'A department with its load' });
export type DepartmentDetails = z.output<typeof DepartmentDetails>;

const routedDepartment = z
  .object({ ...departmentFields, openTasks: z.int() })
  .meta({ id: 'RoutedDepartment', description: 'A department as a dispatch needs it: with its load' });

export const RoutingSuggestion = z
  .object({
    categoryCode: z.string(),
    categoryName: z.string().optional().meta({ description: 'Absent until the category is known here' }),
    lead: routedDepartment,
    supporting: z.array(routedDepartment),
    reason: z.string().meta({ description: 'Why these units, in the reader’s language' }),
    precedentOf: z.uuid().optional().meta({ description: 'Whistle whose ruling made this row' }),
    version: z
      .int()
      .optional()
      .meta({ description: 'For If-Match of a proposal', examples: [1] }),
  })
  .meta({
    id: 'RoutingSuggestion',
    description: 'Who leads and who supports for a category, and why',
    examples: [
      {
        categoryCode: 'C1',
        categoryName: '非机动车停放充电',
        lead: { id: 'ZX-CGJ', code: 'CGJ', name: '城管局', openTasks: 3 },
        supporting: [{ id: 'ZX-XFD', code: 'XFD', name: '消防救援大队', openTasks: 1 }],
        reason: '公共区域停放由城管局管理，飞线充电有火灾危险，须消防救援大队参加。',
      },
    ],
  });
export type RoutingSuggestion = z.output<typeof RoutingSuggestion>;
export const RoutingSuggestionPage = page(RoutingSuggestion).meta({ id: 'RoutingSuggestionPage' });
