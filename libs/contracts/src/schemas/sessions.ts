import { z } from 'zod';
import { SESSION_OUTCOMES, SESSION_PURPOSES, SESSION_STATES } from '../states.js';
import { SESSION_FORMATS } from '../sessions.js';
import { ActionAnswer, DeadlineAnswer, RungAnswer } from './matter-views.js';

/** Requests and answers on sessions. Which session it is follows from the path and the token, never the body. */

const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();

export const CloseSession = z
  .strictObject({
    outcome: z.enum(SESSION_OUTCOMES),
    problem: words(500).meta({ description: 'The problem that was discussed; a session without one cannot close' }),
    consensus: words(2000).optional().meta({ description: 'What was agreed; needed unless the outcome is `none`' }),
    dissent: words(2000).optional().meta({ description: 'Who did not agree to what; no names of residents' }),
    nextStep: words(1000).optional().meta({ description: 'Needed with `none`' }),
    attendance: z
      .int()
      .min(2)
      .max(10_000)
      .optional()
      .meta({ description: 'Needed if nobody signed in; of a planned sitting in full form the list is counted' }),
  })
  .refine((body) => body.outcome === 'none' || body.consensus !== undefined, {
    path: ['consensus'],
    params: { code: 'required', zh: '请写明达成的共识。', en: 'Say what was agreed.' },
  })
  .refine((body) => body.outcome !== 'none' || body.nextStep !== undefined, {
    path: ['nextStep'],
    params: { code: 'required', zh: '没有共识时请写明下一步。', en: 'Without consensus say what comes next.' },
  })
  .meta({
    id: 'CloseSession',
    description: 'A session was held: its problem, what it came to, what follows',
    examples: [
      {
        outcome: 'partial',
        problem: '2 号楼 1 单元加装电梯，一楼担心采光',
        consensus: '十户同意，井道外移 60 厘米',
        dissent: '一楼两户要求先看补偿方案',
        attendance: 18,
      },
    ],
  });
export type CloseSession = z.output<typeof CloseSession>;

/** Filters of GET /api/deliberations, beside `limit` and `cursor`. */
export const sessionFilters = {
  whistleId: z.uuid().optional(),
  topicId: z.uuid().optional(),
  purpose: z.enum([...SESSION_PURPOSES, 'thematic']).optional(),
  communityId: z.string().trim().min(1).max(40).optional(),
  state: z.enum(SESSION_STATES).optional(),
  mine: z.enum(['true', 'false']).optional().meta({ description: '`true`: convened by the caller' }),
  from: z.iso.datetime({ offset: true }).optional().meta({ description: 'Those with a sitting that ends after it' }),
  to: z.iso.datetime({ offset: true }).optional().meta({ description: 'Those with a sitting that begins before it' }),
};

const Minutes = z.object({
  id: z.uuid(),
  outcome: z.enum(SESSION_OUTCOMES),
  problem: z.string(),
  consensus: z.string().optional(),
  dissent: z.string().optional(),
  nextStep: z.string().optional(),
  attendance: z.int(),
  recordedAt: z.iso.datetime(),
});

export const Session = z
  .object({
    id: z.uuid(),
    whistleId: z.uuid().optional().meta({ description: 'Absent, like `number`, for a thematic session' }),
    number: z
      .string()
      .optional()
      .meta({ description: 'Number of the whistle', examples: ['ZX-2026-000123'] }),
    communityId: z.string().optional(),
    communityIds: z.array(z.string()),
    topicId: z.uuid().optional().meta({ description: 'Of a thematic session' }),
    purpose: z.enum([...SESSION_PURPOSES, 'thematic']),
    round: z.int().min(1).max(2),
    state: z.enum(SESSION_STATES),
    sittings: z
      .array(
        z.object({
          ...{ round: z.int(), format: z.enum(SESSION_FORMATS) },
          ...{ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() },
        }),
      )
      .meta({ description: 'Those that are planned, by round' }),
    outcome: z.enum(SESSION_OUTCOMES).optional(),
    version: z.int(),
    convenedBy: z.string(),
    convenedAt: z.iso.datetime(),
    memberIds: z.array(z.string()),
    leadDepartmentId: z.string().optional(),
    dueAt: z.iso.datetime(),
    overdue: z.boolean(),
    nextRung: RungAnswer.optional(),
    deadlines: z.array(DeadlineAnswer),
    minutes: z.array(Minutes).meta({ description: 'One per session held, oldest first' }),
    actions: z.array(ActionAnswer),
    serverNow,
  })
  .meta({ id: 'Session', description: 'A session on a matter or, thematic, on a topic' });
export type Session = z.output<typeof Session>;
export const SessionPage = z
  .object({ items: z.array(Session), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'SessionPage' });
export type SessionPage = z.output<typeof SessionPage>;
