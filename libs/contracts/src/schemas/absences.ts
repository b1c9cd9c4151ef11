import { z } from 'zod';

/** Requests and answers on members who are away for a time (domain 4.5). */

const day = z.iso.date().meta({ description: 'A day in Asia/Shanghai' });
const serverNow = z.iso.datetime().optional();

export const SetAbsence = z
  .strictObject({
    firstDay: day,
    lastDay: day.meta({ description: 'Inclusive' }),
    reason: z.string().trim().min(1).max(500).optional().meta({ description: 'Needed from a liaison officer' }),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ['lastDay'],
    params: { code: 'order', zh: '结束日期不能早于开始日期。', en: 'It cannot end before it begins.' },
  })
  .meta({ id: 'SetAbsence', examples: [{ firstDay: '2026-12-01', lastDay: '2026-12-10', reason: '出差' }] });
export type SetAbsence = z.output<typeof SetAbsence>;

export const MemberAbsence = z
  .object({
    id: z.uuid(),
    memberId: z.string(),
    firstDay: day,
    lastDay: day,
    reason: z.string().optional(),
    passedOn: z.int().optional().meta({ description: 'Requests that went to the next member' }),
    serverNow,
  })
  .meta({ id: 'MemberAbsence', description: 'Days on which a member is not asked to check in' });
export type MemberAbsence = z.output<typeof MemberAbsence>;
export const MemberAbsenceList = z
  .object({ items: z.array(MemberAbsence), serverNow })
  .meta({ id: 'MemberAbsenceList', description: 'The last to end first, at most 100' });
export type MemberAbsenceList = z.output<typeof MemberAbsenceList>;

export const SetHandlerAbsence = z
  .strictObject({
    firstDay: day,
    lastDay: day.meta({ description: 'Inclusive' }),
    substituteId: z.string().trim().min(1).max(80).meta({ description: 'Of the same department' }),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ['lastDay'],
    params: { code: 'order', zh: '结束日期不能早于开始日期。', en: 'It cannot end before it begins.' },
  })
  .meta({
    id: 'SetHandlerAbsence',
    examples: [{ firstDay: '2026-12-01', lastDay: '2026-12-10', substituteId: 'zx-deputyhead-cgj' }],
  });
export type SetHandlerAbsence = z.output<typeof SetHandlerAbsence>;

export const HandlerAbsence = z
  .object({
    id: z.uuid(),
    handlerId: z.string(),
    substituteId: z.string(),
    firstDay: day,
    lastDay: day,
    passedOnAt: z.iso.datetime().optional().meta({ description: 'When the open tasks went over; on the first day' }),
    serverNow,
  })
  .meta({ id: 'HandlerAbsence', description: 'When somebody of a department is away, and who stands in' });
export type HandlerAbsence = z.output<typeof HandlerAbsence>;
