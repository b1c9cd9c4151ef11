import { z } from 'zod';
import { GRADES, LEVELS, TIERS, TRACKS, WHISTLE_KINDS } from '../grades.js';
import { LOOK_BACK_STATES, OUTCOMES, WHISTLE_STATES } from '../states.js';
import { ActionAnswer, DeadlineAnswer, RungAnswer, WaitingForAnswer } from './matter-views.js';
import { WHISTLE_ORIGINS } from '../whistle-origins.js';

const instant = z.iso.datetime();

const content = z.object({
  id: z.uuid(),
  kind: z.string(),
  body: z.looseObject({}),
  createdBy: z.string(),
  createdAt: instant,
});

const dispatchAdvice = z.object({
  memberId: z.string(),
  leadDepartmentId: z.string(),
  supportingDepartmentIds: z.array(z.string()),
  note: z.string().optional(),
  advisedAt: instant,
});

const verdict = z.object({
  round: z.int(),
  capacity: z.enum(['member', 'community']),
  verdict: z.enum(['pass', 'fail']),
  givenBy: z.string(),
  givenAt: instant,
});

const lookBack = z.object({
  sequence: z.int(),
  state: z.enum(LOOK_BACK_STATES),
  dueAt: instant,
  reportedAt: instant.optional(),
  reboundWhistleId: z.uuid().optional(),
});

/** One whistle as GET /api/whistles/{id} answers it. */
export const WhistleAnswer = z
  .object({
    id: z.uuid(),
    number: z.string().meta({ examples: ['ZX-2026-000123'] }),
    kind: z.enum(WHISTLE_KINDS),
    categoryCode: z.string(),
    communityId: z.string(),
    estateId: z.string().optional(),
    place: z.string().optional(),
    topicId: z.uuid().optional(),
    facts: z.string(),
    households: z.int().optional(),
    beneficiaryCount: z.int().optional(),
    backlogSince: z.iso.date().optional(),
    wantedDepartmentIds: z.array(z.string()),
    state: z.enum(WHISTLE_STATES),
    grade: z.enum(GRADES),
    level: z.enum(LEVELS),
    tier: z.enum(TIERS).optional(),
    track: z.enum(TRACKS).optional(),
    version: z.int(),
    ruleSetVersion: z.int(),
    candidateLeadId: z.string().optional(),
    leadDepartmentId: z.string().optional(),
    departmentIds: z.array(z.string()),
    memberIds: z.array(z.string()),
    reworkCount: z.int(),
    waitingFor: z.array(WaitingForAnswer),
    since: instant.optional(),
    dueAt: instant.optional(),
    overdue: z.boolean(),
    nextRung: RungAnswer.optional(),
    deadlines: z.array(DeadlineAnswer),
    outcome: z.enum(OUTCOMES).optional(),
    blownAt: instant,
    concludedAt: instant.optional(),
    blownBy: z.string().optional().meta({ description: 'Absent for readers who may not know who is behind it' }),
    trackingCode: z.string().optional(),
    reporters: z.array(z.object({ id: z.uuid(), channel: z.string() })).optional(),
    masterId: z.uuid().optional().meta({ description: 'The matter that goes on for it, once it was merged' }),
    reboundOf: z.uuid().optional().meta({ description: 'The matter whose look-back found the trouble back' }),
    origin: z.enum(WHISTLE_ORIGINS).optional().meta({ description: 'Found on a visit or a tour' }),
    originId: z.uuid().optional().meta({ description: 'The entry of that visit or tour' }),
    repeatOf: z.object({ id: z.uuid(), number: z.string() }).optional().meta({
      description: 'The matter concluded not long before that it repeats; linked by a liaison officer',
    }),
    progress: z.looseObject({}).meta({ description: 'What the process remembers beyond state and clocks' }),
    dispatchAdvice: z.array(dispatchAdvice).meta({ description: 'The latest word of each member, newest first' }),
    verdicts: z.array(verdict),
    contents: z.array(content).meta({ description: 'What people wrote with the steps that were taken' }),
    lookBacks: z.array(lookBack),
    actions: z.array(ActionAnswer),
    serverNow: instant.optional(),
  })
  .meta({ id: 'WhistleAnswer', description: 'A whistle, and what the caller may do to it now' });
