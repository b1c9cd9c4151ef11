import { z } from 'zod';
import { MOST_UNREAD_COUNTED } from '../unread-count.js';
import { NOTICE_KINDS, NOTICE_URGENCIES } from '../notice-kinds.js';
import { STEPS } from '../steps.js';

/** The number of an inbox row: rises with time, also the `id` of a server-sent event. A text, since it may be large. */
export const NoticeId = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})$/)
  .meta({ id: 'NoticeId', description: 'Number of an inbox row; rises with time.', examples: ['1024'] });

/** Filters of GET /api/inbox, beside `limit` and `cursor`. */
export const inboxFilters = {
  unread: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: '`true`: unread only, `false`: read only; left out: both.', examples: ['true'] }),
};

/** Ids, codes, numbers and instants that the words of a notice are made from; never a name or a phone. */
export const NoticeParams = z
  .object({
    proposalId: z.string().optional(),
    communityId: z.string().optional(),
    departmentId: z.string().optional(),
    memberId: z.string().optional(),
    taskId: z.string().optional(),
    checkInId: z.string().optional(),
    categoryCode: z.string().optional(),
    step: z.enum(STEPS).optional(),
    rung: z.number().int().optional(),
    sequence: z.number().int().optional(),
    dueAt: z.iso.datetime().optional(),
    acknowledgeDueAt: z.iso.datetime().optional(),
    ruleSetVersion: z.number().int().optional(),
    effectiveFrom: z.iso.datetime().optional(),
    year: z.number().int().optional(),
  })
  .meta({ id: 'NoticeParams', description: 'Ids, codes, numbers and ISO instants behind the words of a notice.' });
export type NoticeParams = z.output<typeof NoticeParams>;

export const Notice = z
  .object({
    id: NoticeId,
    kind: z.enum(NOTICE_KINDS),
    urgency: z.enum(NOTICE_URGENCIES),
    whistleId: z.string().optional(),
    whistleNumber: z.string().optional(),
    params: NoticeParams,
    text: z.string().meta({ description: 'One sentence in the language of Accept-Language.' }),
    at: z.iso.datetime().meta({ description: 'When what it tells of happened.' }),
    readAt: z.iso.datetime().optional(),
  })
  .meta({
    id: 'Notice',
    description: 'One row of a person’s inbox.',
    examples: [
      {
        id: '1024',
        kind: 'taskDispatched',
        urgency: 'action',
        whistleId: '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11',
        whistleNumber: 'ZX-2026-000123',
        params: { communityId: 'ZX03', departmentId: 'ZX-CGJ', dueAt: '2026-11-30T10:00:00.000Z' },
        text: '哨件 ZX-2026-000123（ZX03）派给了 ZX-CGJ，请签收，11月30日 18:00 前反馈。',
        at: '2026-11-23T01:00:00.000Z',
      },
    ],
  });
export type Notice = z.output<typeof Notice>;

const unreadCount = z
  .number()
  .int()
  .max(MOST_UNREAD_COUNTED)
  .meta({
    description: `Unread rows of the whole inbox, whatever the filter; ${MOST_UNREAD_COUNTED} means as many or more.`,
  });

export const InboxPage = z
  .object({
    items: z.array(Notice),
    nextCursor: z.string().optional(),
    unreadCount,
    asOf: z.iso.datetime().optional().meta({ description: 'When the newest event known here was handled.' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'InboxPage', description: 'A page of the inbox, newest first.' });
export type InboxPage = z.output<typeof InboxPage>;

export const ReadUpTo = z
  .strictObject({ upTo: NoticeId.meta({ description: 'This row and every older one become read.' }) })
  .meta({ id: 'ReadUpTo', examples: [{ upTo: '1024' }] });
export type ReadUpTo = z.output<typeof ReadUpTo>;

export const InboxState = z
  .object({
    unreadCount,
    markedRead: z.number().int().meta({ description: 'Rows that became read by this request.' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({
    id: 'InboxState',
    description: 'The inbox after rows became read.',
    examples: [{ unreadCount: 2, markedRead: 1 }],
  });
export type InboxState = z.output<typeof InboxState>;
