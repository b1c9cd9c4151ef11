import { z } from 'zod';
import { GRADES, LEVELS, WHISTLE_KINDS } from '../grades.js';
import { OUTCOMES, WHISTLE_STATES } from '../states.js';
import { STEPS } from '../steps.js';
import { RungAnswer, WaitingForAnswer } from './matter-views.js';

/** Answers of the insight service: what the events tell, never more. Ids, codes, numbers and instants only. */

const referenceId = z.string().trim().min(1).max(40);
const yesOrNo = z.enum(['true', 'false']).optional();
const serverNow = z.iso.datetime().optional();
const asOf = z.iso
  .datetime()
  .optional()
  .meta({ description: 'Time of the newest event reflected; absent while none is known' });

/** What a live list can be cut down to; also the vocabulary of every `query` on the board. */
export const liveFilters = {
  open: yesOrNo.meta({ description: '`true`: not yet ended' }),
  state: z.enum(WHISTLE_STATES).optional(),
  community: referenceId.optional().meta({ examples: ['ZX01'] }),
  department: referenceId.optional().meta({
    description: 'Has, or had, a task of this department; with `card`: a card against it',
    examples: ['ZX-CGJ'],
  }),
  grade: z.enum(GRADES).optional(),
  waitingFor: referenceId.optional().meta({
    description: 'A role, member or department that is waited for; `nobody` for matters that wait for none',
    examples: ['liaisonOfficer', 'ZX-CGJ', 'nobody'],
  }),
  notWaitingFor: referenceId.optional().meta({
    description: 'A role, member or department that is not waited for',
    examples: ['liaisonOfficer', 'ZX-CGJ'],
  }),
  step: z.enum(STEPS).optional().meta({ description: 'The step that is waited for' }),
  overdue: yesOrNo.meta({
    description: '`true`: a step that is waited for is past its due time; with `waitingFor` or `step`: that one',
  }),
  card: z.enum(['yellow', 'red']).optional().meta({ description: 'A card of this colour was issued' }),
  cardOn: z.iso.date().optional().meta({ description: 'With `card`: on this day in Asia/Shanghai' }),
};

/** How the list is looked at: by whom, and in which order. No figure is cut by these. */
export const liveView = {
  involving: referenceId.optional().meta({
    description:
      'One of your own capacities: your member or department id, else your role. Only what you take part in by it: what the member checked in on, what the department has, or had, a task of, what is of the communities or of the office; nothing by one that you do not hold',
    examples: ['ZX-M01', 'ZX-CGJ', 'communityWorker'],
  }),
  order: z.enum(['timeLeft', 'ended']).optional().meta({
    description: '`timeLeft` (if nothing is said): least time left first; `ended`: what has ended, newest first',
  }),
};

export const LiveWaiting = WaitingForAnswer.extend({
  name: z.string().optional().meta({ description: 'Of a department' }),
  dueAt: z.iso.datetime().optional(),
  nextRung: RungAnswer.optional(),
}).meta({ id: 'LiveWaiting', description: 'Who is waited for, for which step, until when' });

export const LiveMatter = z
  .object({
    id: z.uuid(),
    number: z.string(),
    version: z.int(),
    communityId: z.string(),
    communityName: z.string().optional(),
    categoryCode: z.string(),
    topicId: z.uuid().optional(),
    state: z.enum(WHISTLE_STATES),
    open: z.boolean(),
    kind: z.enum(WHISTLE_KINDS).optional().meta({ description: 'Absent where only later events have been told' }),
    grade: z.enum(GRADES),
    level: z.enum(LEVELS),
    leadDepartmentId: z.string().optional(),
    departmentIds: z.array(z.string()),
    waitingFor: z.array(LiveWaiting),
    since: z.iso.datetime().optional().meta({ description: 'Since when it waits' }),
    dueAt: z.iso.datetime().optional().meta({ description: 'The earliest due time of what is waited for' }),
    overdue: z.boolean(),
    nextRung: RungAnswer.optional(),
    cards: z.object({ yellow: z.int(), red: z.int() }),
    reworkCount: z.int(),
    blownAt: z.iso.datetime(),
    endedAt: z.iso.datetime().optional().meta({ description: 'Since when it is not open' }),
    outcome: z.enum(OUTCOMES).optional().meta({ description: 'Absent while it is open, or where no event told it' }),
    concludedAt: z.iso.datetime().optional(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'LiveMatter', description: 'A whistle as its events tell' });
export type LiveMatter = z.output<typeof LiveMatter>;

export const LiveList = z
  .object({ items: z.array(LiveMatter), nextCursor: z.string().optional(), asOf, serverNow })
  .meta({ id: 'LiveList', description: 'Matters within the caller’s scope, least time left or newest end first' });
export type LiveList = z.output<typeof LiveList>;

export const Figure = z
  .object({
    n: z.int().meta({ description: 'How many matters' }),
    query: z.string().meta({ description: 'Query string of /api/live-list that lists exactly these' }),
  })
  .meta({ id: 'Figure', examples: [{ n: 7, query: 'open=true&overdue=true' }] });
export type Figure = z.output<typeof Figure>;

export const CardFigure = Figure.extend({
  cards: z.int().meta({ description: 'How many cards; a matter may have several' }),
}).meta({ id: 'CardFigure', examples: [{ n: 3, cards: 4, query: 'card=yellow' }] });
export type CardFigure = z.output<typeof CardFigure>;

const cardColour = z
  .object({ today: CardFigure, total: CardFigure })
  .meta({ description: '`today` is the day in Asia/Shanghai' });

export const Board = z
  .object({
    covers: z
      .object({
        wholeSubdistrict: z.boolean(),
        communityIds: z.array(z.string()),
        departmentIds: z.array(z.string()),
      })
      .meta({
        description: 'What the caller sees: everything, or these communities and the matters of these departments',
      }),
    open: Figure,
    overdue: Figure,
    unowned: Figure.meta({ description: 'Open, and nobody is waited for: must be 0' }),
    lookBacksDue: Figure,
    byState: z.array(Figure.extend({ state: z.enum(WHISTLE_STATES) })).meta({ description: 'Every open state' }),
    byDepartment: z.array(
      z.object({
        departmentId: z.string(),
        name: z.string().optional(),
        open: Figure.meta({ description: 'Waits for this department' }),
        overdue: Figure,
        yellow: CardFigure,
        red: CardFigure,
      }),
    ),
    byCommunity: z.array(
      z.object({
        communityId: z.string(),
        name: z.string().optional(),
        households: z.int().optional(),
        open: Figure,
        overdue: Figure,
      }),
    ),
    cards: z.object({ yellow: cardColour, red: cardColour }),
    officeCards: z
      .array(
        z.object({
          number: z.string(),
          step: z.enum(STEPS),
          kind: z.enum(['yellow', 'red']),
          issuedAt: z.iso.datetime(),
        }),
      )
      .meta({
        description:
          'Cards of the day in Asia/Shanghai for steps of offices and communities, newest first, twenty at most; those of departments are theirs to tell (`/api/cards`)',
      }),
    stuck: z.array(LiveMatter).meta({ description: 'Where is it stuck: the eight that have waited longest' }),
    asOf,
    lateSince: z.iso
      .datetime()
      .optional()
      .meta({ description: 'Since when nothing new can be heard; absent while the figures follow' }),
    serverNow: z.iso.datetime(),
  })
  .meta({ id: 'Board', description: 'One page of figures; each says how many and lists exactly those' });
export type Board = z.output<typeof Board>;
