import { z } from 'zod';
import { SURVEY_QUESTIONS } from '../topics.js';

/** Requests and answers about the half-yearly survey of residents (S96). */

const referenceId = z.string().trim().min(1).max(40);
const serverNow = z.iso.datetime().optional();
const half = z
  .string()
  .regex(/^20\d{2}H[12]$/)
  .meta({ description: 'A half year', examples: ['2026H2'] });
const day = z.iso.date().meta({ description: 'A day in Asia/Shanghai' });

export const OpenResidentSurvey = z
  .strictObject({ half, opensOn: day, closesOn: day })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
    path: ['closesOn'],
    params: { code: 'endsBeforeStart', zh: '截止日不能早于开始日。', en: 'It may not end before it begins.' },
  })
  .meta({
    id: 'OpenResidentSurvey',
    description: 'One survey for each community that has none for this half year',
    examples: [{ half: '2026H2', opensOn: '2026-12-01', closesOn: '2026-12-20' }],
  });
export type OpenResidentSurvey = z.output<typeof OpenResidentSurvey>;

const score = z.int().min(1).max(5);
const scoresOf = Object.fromEntries(SURVEY_QUESTIONS.map((question) => [question, score])) as Record<
  (typeof SURVEY_QUESTIONS)[number],
  typeof score
>;

export const AnswerResidentSurvey = z
  .strictObject({
    scores: z.strictObject(scoresOf).meta({ description: 'Each from 1 (bad) to 5 (good)' }),
    deviceToken: z
      .string()
      .regex(/^[A-Za-z0-9_-]{22,64}$/)
      .optional()
      .meta({ description: 'Of this phone, if it has one already; needs no value the first time' }),
  })
  .meta({
    id: 'AnswerResidentSurvey',
    description: 'What a resident thinks, once for each phone',
    examples: [{ scores: { safety: 4, environment: 3, services: 4, neighbours: 5, beingHeard: 4, overall: 4 } }],
  });
export type AnswerResidentSurvey = z.output<typeof AnswerResidentSurvey>;

export const ResidentSurveyAnswered = z
  .object({ surveyId: z.uuid(), deviceToken: z.string().optional(), serverNow })
  .meta({ id: 'ResidentSurveyAnswered', description: 'The same however often it is sent; the first answer counts' });
export type ResidentSurveyAnswered = z.output<typeof ResidentSurveyAnswered>;

const named = { id: z.uuid(), half, communityId: z.string(), opensOn: day, closesOn: day };

export const OpenSurveys = z
  .object({ items: z.array(z.object({ ...named, questions: z.array(z.enum(SURVEY_QUESTIONS)) })), serverNow })
  .meta({ id: 'OpenSurveys', description: 'What a resident of the community may answer today' });
export type OpenSurveys = z.output<typeof OpenSurveys>;

export const ResidentSurveys = z
  .object({
    items: z.array(
      z.object({
        ...{ ...named, communityName: z.string().optional(), answers: z.int() },
        averages: z
          .array(z.object({ question: z.enum(SURVEY_QUESTIONS), average: z.number() }))
          .meta({ description: '1 to 5; empty without answers' }),
      }),
    ),
    serverNow,
  })
  .meta({
    id: 'ResidentSurveys',
    description: 'Surveys of a half year with what was answered, within the caller’s scope',
  });
export type ResidentSurveys = z.output<typeof ResidentSurveys>;

/** Filters of the two lists. */
export const openSurveysQuery = z.strictObject({ subdistrict: referenceId, community: referenceId });
export const residentSurveysQuery = z.strictObject({ half });
