import { z } from 'zod';
import { GRADES } from '../grades.js';
import { MONTHLY_THEME_STATES, WHISTLE_STATES } from '../states.js';
import { SUGGESTION_KINDS, SUGGESTION_REASONS } from '../suggestions.js';

/** Requests and answers on duplicates, repeats and the themes they make (domain 4.5). No reporter is in any of them. */

const referenceId = z.string().trim().min(1).max(40);
const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();
const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'Month in Asia/Shanghai', examples: ['2026-11'] });

export const FindSimilar = z
  .strictObject({
    categoryCode: referenceId,
    communityId: referenceId,
    estateId: referenceId.optional(),
    place: words(200).optional(),
    facts: words(2000).optional().meta({ description: 'As far as it has been written' }),
  })
  .meta({
    id: 'FindSimilar',
    description: 'A whistle about to be blown; nothing of it is stored',
    examples: [
      { categoryCode: 'C1', communityId: 'ZX04', estateId: 'ZX-E02', facts: '2号楼楼道里电瓶车充电，从楼上拉电线下来' },
    ],
  });
export type FindSimilar = z.output<typeof FindSimilar>;

export const SimilarWhistle = z
  .object({
    id: z.uuid(),
    number: z.string().meta({ examples: ['ZX-2026-000123'] }),
    kind: z
      .enum(SUGGESTION_KINDS)
      .meta({ description: '`duplicate`: still open; `repeat`: concluded, 90 days ago at most by the rules' }),
    score: z.number().min(0).max(1).meta({ description: 'Similarity of the texts; from 0.8 on a reason by itself' }),
    reasons: z.array(z.enum(SUGGESTION_REASONS)).min(1),
    state: z.enum(WHISTLE_STATES),
    grade: z.enum(GRADES),
    categoryCode: z.string(),
    communityId: z.string(),
    estateId: z.string().optional(),
    place: z.string().optional(),
    facts: z.string(),
    blownAt: z.iso.datetime(),
    dueAt: z.iso.datetime().optional(),
    concludedAt: z.iso.datetime().optional(),
    through: z.object({ id: z.uuid(), number: z.string() }).optional().meta({
      description: 'The whistle that is alike, if it was merged into this one and this one goes on for it',
    }),
  })
  .meta({
    id: 'SimilarWhistle',
    description: 'A whistle that may be about the same matter, with what is needed to judge',
  });
export type SimilarWhistle = z.output<typeof SimilarWhistle>;

export const SimilarWhistles = z.object({ items: z.array(SimilarWhistle).max(10), serverNow }).meta({
  id: 'SimilarWhistles',
  description: 'The likeliest first; only a suggestion, a liaison officer decides',
  examples: [
    {
      items: [
        {
          id: '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11',
          number: 'ZX-2026-000123',
          kind: 'duplicate',
          score: 0.87,
          reasons: ['sameCategoryAndEstate', 'similarText'],
          state: 'ASSIGNING',
          grade: 'G3',
          categoryCode: 'C1',
          communityId: 'ZX04',
          estateId: 'ZX-E02',
          facts: '居民在2栋楼梯间给电动车充电，飞线很危险',
          blownAt: '2026-11-20T01:00:00.000Z',
          dueAt: '2026-11-27T10:00:00.000Z',
        },
      ],
    },
  ],
});
export type SimilarWhistles = z.output<typeof SimilarWhistles>;

export const WhistleComparison = z
  .object({
    score: z.number().min(0).max(1).meta({ description: 'Similarity of the texts' }),
    reasons: z.array(z.enum(SUGGESTION_REASONS)).meta({ description: 'Empty: nothing suggests that they are one' }),
    merged: z
      .object({
        grade: z.enum(GRADES),
        dueAt: z.iso.datetime().optional().meta({ description: 'Of the feedback; absent while none is owed' }),
        reporterCount: z.int(),
      })
      .meta({ description: 'What the other one would be after this one was merged into it' }),
    distinct: z
      .object({ saidBy: z.string(), saidAt: z.iso.datetime() })
      .optional()
      .meta({ description: 'Who has found that they are not the same matter' }),
    serverNow,
  })
  .meta({
    id: 'WhistleComparison',
    description: 'How far two whistles are alike, and what a merge of the first into the second would do',
    examples: [
      {
        score: 0.87,
        reasons: ['similarText'],
        merged: { grade: 'G2', dueAt: '2026-11-27T10:00:00.000Z', reporterCount: 3 },
      },
    ],
  });
export type WhistleComparison = z.output<typeof WhistleComparison>;

export const ThemeCandidateQuery = z.strictObject({ month });
export type ThemeCandidateQuery = z.output<typeof ThemeCandidateQuery>;

export const MonthlyTheme = z
  .object({
    id: z.uuid(),
    version: z.int(),
    month,
    categoryCode: z.string(),
    reason: z.string(),
    repeats: z.int().meta({ description: 'Repeats of the category in that month when it was proposed' }),
    state: z.enum(MONTHLY_THEME_STATES),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    ruledBy: z.string().optional(),
    ruledAt: z.iso.datetime().optional(),
    rulingReason: z.string().optional(),
    serverNow,
  })
  .meta({ id: 'MonthlyTheme', description: 'A category put forward as the theme of a month (每月一题)' });
export type MonthlyTheme = z.output<typeof MonthlyTheme>;

const ThemeCandidate = z
  .object({
    categoryCode: z.string(),
    repeats: z.int().meta({ description: 'Repeats blown in the month' }),
    communityIds: z.array(z.string()),
    whistles: z.array(z.object({ id: z.uuid(), number: z.string(), repeatOf: z.uuid() })).meta({
      description: 'The repeats, newest first, at most 50',
    }),
    themeId: z.uuid().optional().meta({ description: 'The theme already proposed of it' }),
  })
  .meta({ id: 'ThemeCandidate', description: 'A category with three repeats or more in the month' });

export const ThemeCandidates = z
  .object({ month, items: z.array(ThemeCandidate), serverNow })
  .meta({ id: 'ThemeCandidates', description: 'Most repeats first' });
export type ThemeCandidates = z.output<typeof ThemeCandidates>;

export const MonthlyThemeQuery = z.strictObject({ month: month.optional() });
export type MonthlyThemeQuery = z.output<typeof MonthlyThemeQuery>;

export const MonthlyThemes = z
  .object({ items: z.array(MonthlyTheme), serverNow })
  .meta({ id: 'MonthlyThemes', description: 'Newest first, at most 100' });
export type MonthlyThemes = z.output<typeof MonthlyThemes>;

export const ProposeMonthlyTheme = z.strictObject({ month, categoryCode: referenceId, reason: words(1000) }).meta({
  id: 'ProposeMonthlyTheme',
  description: 'A theme for a month, usually one of the candidates',
  examples: [{ month: '2026-12', categoryCode: 'C1', reason: '本月飞线充电重复诉求五件，涉及三个社区' }],
});
export type ProposeMonthlyTheme = z.output<typeof ProposeMonthlyTheme>;

export const RuleMonthlyTheme = z
  .strictObject({ approve: z.boolean(), reason: words(1000).optional() })
  .refine((body) => body.approve || body.reason !== undefined, {
    path: ['reason'],
    params: { code: 'required', zh: '不同意请写明原因。', en: 'Say why not.' },
  })
  .meta({ id: 'RuleMonthlyTheme', examples: [{ approve: true }, { approve: false, reason: '本月已有两个主题' }] });
export type RuleMonthlyTheme = z.output<typeof RuleMonthlyTheme>;
