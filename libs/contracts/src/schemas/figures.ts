import { z } from 'zod';
import { GRADES } from '../grades.js';
import { dayPeriod, isInOrder, NOT_BEFORE_FROM } from './day-period.js';

/** Figures of domain 5.1: what is counted, of whom, when, and the cases behind each number. */

const id = z.string().trim().min(1).max(40);
const words = z.object({ zh: z.string(), en: z.string() });
const names = ['department', 'community', 'member', 'category', 'grade'] as const;

/** What figures can be cut down to. */
export const figureCuts = {
  department: id.optional().meta({ examples: ['ZX-CGJ'] }),
  community: id.optional().meta({ examples: ['ZX03'] }),
  member: id.optional().meta({ examples: ['ZX-M05'] }),
  category: id.optional().meta({ examples: ['C1'] }),
  grade: z.enum(GRADES).optional(),
};

export const FiguresQuery = z.strictObject({ ...dayPeriod, ...figureCuts }).refine(isInOrder, NOT_BEFORE_FROM);
export type FiguresQuery = z.output<typeof FiguresQuery>;

export const FigureQuery = z
  .strictObject({
    ...dayPeriod,
    ...figureCuts,
    step: z.enum(['day', 'week', 'month', 'quarter']).default('month').meta({ description: 'Of the series' }),
    by: z.enum(names).optional().meta({ description: 'The figure apart for each department, community …' }),
  })
  .refine(isInOrder, NOT_BEFORE_FROM);
export type FigureQuery = z.output<typeof FigureQuery>;

export const FigureCasesQuery = z
  .strictObject({
    ...dayPeriod,
    ...figureCuts,
    part: z.enum(['numerator', 'denominator', 'excluded']).default('denominator'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.string().max(512).optional(),
  })
  .refine(isInOrder, NOT_BEFORE_FROM);
export type FigureCasesQuery = z.output<typeof FigureCasesQuery>;

export const LightsQuery = z.strictObject(dayPeriod).refine(isInOrder, NOT_BEFORE_FROM);
export type LightsQuery = z.output<typeof LightsQuery>;

const value = z.number().nullable().meta({ description: 'Null where it rests on nothing; percentages are 0 to 100' });
const behind = z.object({ n: z.int(), query: z.string() }).meta({
  description: 'How many cases stand behind it, and the path and query that list exactly these',
});
const measured = {
  value,
  n: z.int().meta({ description: 'How many cases it rests on' }),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  smallSample: z.boolean().meta({ description: 'Fewer than 5 cases' }),
};
const change = z.object({ value, difference: value.meta({ description: 'In percentage points, or in the unit' }) });

export const FigureAnswer = z
  .object({
    id: z.string(),
    indicator: z.string(),
    name: words,
    unit: z.string(),
    version: z.int().meta({ description: 'Of the definition' }),
    ...measured,
    cases: z.object({ numerator: behind, denominator: behind, excluded: z.string() }).optional().meta({
      description: 'Absent of a weighted figure: its parts have their own',
    }),
    parts: z.array(z.string()).optional().meta({ description: 'Figures a weighted one is made of' }),
    previous: change.meta({ description: 'The period before: month-on-month of a month' }),
    yearBefore: change.meta({ description: 'The same period a year before' }),
  })
  .meta({ id: 'FigureAnswer', description: 'One figure of one period' });
export type FigureAnswer = z.output<typeof FigureAnswer>;

const told = {
  from: z.iso.date(),
  to: z.iso.date(),
  asOf: z.iso.datetime().optional(),
  serverNow: z.iso.datetime().optional(),
};

export const FiguresAnswer = z
  .object({ ...told, items: z.array(FigureAnswer) })
  .meta({ id: 'FiguresAnswer', description: 'All figures of a period within the caller’s scope' });
export type FiguresAnswer = z.output<typeof FiguresAnswer>;

export const OneFigureAnswer = FigureAnswer.extend({
  ...told,
  formula: z.object({ numerator: words, denominator: words, exclusions: words }),
  series: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), ...measured })),
  apart: z.array(z.object({ key: z.string(), ...measured })).meta({ description: 'With `by`' }),
}).meta({ id: 'OneFigureAnswer', description: 'A figure with its formula in words, its series, and cut apart' });
export type OneFigureAnswer = z.output<typeof OneFigureAnswer>;

export const FigureCase = z
  .object({
    caseId: z.uuid().meta({ description: 'Whistle, proposal or session' }),
    number: z.string().optional().meta({ description: 'Of the whistle' }),
    kind: z.string(),
    item: z.string(),
    at: z.iso.datetime().meta({ description: 'When it was due, or happened' }),
    departmentId: z.string().optional(),
    communityId: z.string().optional(),
    memberId: z.string().optional(),
    categoryCode: z.string().optional(),
    grade: z.string().optional(),
    score: z.number().meta({ description: 'What it adds to the numerator' }),
    hours: z.number().optional(),
    leftOut: z.string().optional().meta({ description: 'Why it is not counted' }),
  })
  .meta({ id: 'FigureCase' });

export const FigureCasePage = z
  .object({ items: z.array(FigureCase), nextCursor: z.string().optional(), serverNow: z.iso.datetime().optional() })
  .meta({ id: 'FigureCasePage', description: 'The cases that a figure counts, oldest first' });
export type FigureCasePage = z.output<typeof FigureCasePage>;

export const LIGHT_COLOURS = ['red', 'amber', 'green'] as const;

const Light = z
  .object({
    kind: z.enum(['department', 'community']),
    id: z.string(),
    name: z.string().optional(),
    light: z.enum(LIGHT_COLOURS),
    reason: words,
    onTime: value,
    satisfied: value,
    openRedCards: z.int(),
    smallSample: z.boolean(),
  })
  .meta({ id: 'Light' });
export const LightsAnswer = z
  .object({ ...told, items: z.array(Light) })
  .meta({ id: 'LightsAnswer', description: 'Red, amber or green for each department and community, with the reason' });
export type LightsAnswer = z.output<typeof LightsAnswer>;
