import { z } from 'zod';
import { GRADES, LEVELS, TIERS, TRACKS, WHISTLE_KINDS } from '../grades.js';
import { LOOK_BACK_STATES, OUTCOMES, TASK_ROLES, WHISTLE_STATES } from '../states.js';
import { DeadlineAnswer, RungAnswer, WaitingForAnswer } from './matter-views.js';

/** What the whistles service answers. Instants are ISO 8601, UTC. */

const instant = z.iso.datetime();
const serverNow = instant.optional();
const state = z.enum(WHISTLE_STATES);

export const Blown = z
  .object({
    id: z.uuid(),
    number: z.string(),
    trackingCode: z.string().meta({ description: 'For the residents behind it' }),
    state: z.literal('BLOWN'),
    version: z.literal(1),
    dueAt: instant.meta({ description: 'When it must have been accepted' }),
    serverNow,
  })
  .meta({ id: 'Blown', description: 'A whistle that is durably stored' });

/** The matter as a step left it; `409` says the state it is in where a step was refused. */
export const StepTaken = z
  .object({
    id: z.uuid(),
    number: z.string(),
    state,
    version: z.int(),
    stillWaitingFor: z.int().optional().meta({ description: 'Residents who were not asked yet' }),
    attempts: z.int().optional().meta({ description: 'Attempts so far to reach the resident' }),
    entryId: z.uuid().optional().meta({ description: 'The entry applied for in the ledger' }),
    sequence: z.int().optional().meta({ description: 'Which look-back was reported' }),
    result: z.enum(LOOK_BACK_STATES).optional(),
    serverNow,
  })
  .meta({ id: 'StepTaken', description: 'The matter after the step' });

const item = {
  id: z.uuid(),
  number: z.string().meta({ examples: ['ZX-2026-000123'] }),
  kind: z.enum(WHISTLE_KINDS),
  categoryCode: z.string(),
  communityId: z.string(),
  state,
  grade: z.enum(GRADES),
  level: z.enum(LEVELS),
  version: z.int(),
  estateId: z.string().optional(),
  place: z.string().optional(),
  topicId: z.uuid().optional(),
  tier: z.enum(TIERS).optional(),
  track: z.enum(TRACKS).optional(),
  facts: z.string(),
  reworkCount: z.int(),
  blownAt: instant,
  leadDepartmentId: z.string().optional(),
  departmentIds: z.array(z.string()),
  memberIds: z.array(z.string()),
  waitingFor: z.array(WaitingForAnswer),
  since: instant.optional().meta({ description: 'Since when it waits' }),
  dueAt: instant.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  overdue: z.boolean(),
  nextRung: RungAnswer.optional(),
  deadlines: z.array(DeadlineAnswer),
};
export const WhistleItem = z.object(item).meta({ id: 'WhistleItem', description: 'A line of a list' });
export const WhistlePage = z
  .object({ items: z.array(WhistleItem), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'WhistlePage' });

export const WhistleTimeline = z
  .object({
    number: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        at: instant,
        kind: z.string(),
        text: z.string().meta({ description: 'In the reader’s language' }),
        fromState: z.string().optional(),
        toState: z.string().optional(),
        actor: z.object({ userId: z.string(), role: z.string().optional() }).optional(),
        details: z.unknown(),
      }),
    ),
    nextCursor: z.string().optional(),
    serverNow,
  })
  .meta({ id: 'WhistleTimeline', description: 'What happened, oldest first' });

export const WhistleProcess = z
  .looseObject({
    workflowId: z.string(),
    state,
    version: z.int(),
    waitingFor: z.array(WaitingForAnswer),
    deadlines: z.array(DeadlineAnswer),
    nextRung: RungAnswer.optional(),
    tasks: z.array(z.looseObject({ taskId: z.uuid(), departmentId: z.string(), role: z.enum(TASK_ROLES) })),
    checkIn: z.looseObject({}).optional(),
    followUp: z.looseObject({}).optional(),
    matchesRow: z.boolean().meta({ description: 'False: workflow and database differ; see reconciliation' }),
    serverNow,
  })
  .meta({ id: 'WhistleProcess', description: 'What the running workflow says of itself' });

const place = { id: z.string(), name: z.string(), households: z.int().nullable() };
export const Communities = z
  .object({ items: z.array(z.object({ ...place, code: z.string(), isFictional: z.boolean() })), serverNow })
  .meta({ id: 'Communities' });
export const Estates = z
  .object({
    items: z.array(
      z.object({
        ...{ ...place, communityId: z.string(), managementType: z.string().nullable() },
        elderlyPercent: z.int().nullable().meta({ description: 'Per cent of the residents who are sixty or older' }),
        ...{ buildings: z.int().nullable(), manager: z.string().nullable() },
      }),
    ),
    serverNow,
  })
  .meta({ id: 'Estates' });
