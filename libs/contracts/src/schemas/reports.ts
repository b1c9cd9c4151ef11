import { z } from 'zod';
import { REPORT_ERRORS, REPORT_FORMATS, REPORT_KINDS, REPORT_STATES, type ReportKind } from '../report-kinds.js';
import { dayPeriod, isInOrder, NOT_BEFORE_FROM } from './day-period.js';
import { ActionAnswer } from './matter-views.js';

/** The reports of domain 5.2: what is asked for, how far it is, and the file in the end. */

/** The longest period: three years. */
const MOST_DAYS = 3 * 366;
const DAY_MS = 86_400_000;
const words = z.object({ zh: z.string(), en: z.string() });

const isShortEnough = ({ from, to }: { from: string; to: string }): boolean =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS < MOST_DAYS;
const TOO_LONG = {
  path: ['to'],
  params: { code: 'periodTooLong', zh: '时间段最长三年。', en: 'A period is three years at most.' },
};
const WHISTLE_MISSING = {
  path: ['whistleNumber'],
  params: { code: 'whistleMissing', zh: '请写明哨件编号。', en: 'Name the whistle.' },
};

export const RequestReport = z
  .strictObject({
    kind: z.enum(REPORT_KINDS),
    format: z.enum(REPORT_FORMATS),
    ...dayPeriod,
    whistleNumber: z.string().trim().min(1).max(40).optional().meta({ description: 'Of a case file: whose' }),
  })
  .refine(isInOrder, NOT_BEFORE_FROM)
  .refine(isShortEnough, TOO_LONG)
  .refine(({ kind, whistleNumber }) => (kind === 'caseFile') === (whistleNumber !== undefined), WHISTLE_MISSING)
  .meta({
    id: 'RequestReport',
    examples: [{ kind: 'bulletin', format: 'docx', from: '2021-09-01', to: '2021-09-30' }],
  });
export type RequestReport = z.output<typeof RequestReport>;

export const Report = z
  .object({
    id: z.uuid(),
    kind: z.enum(REPORT_KINDS),
    title: words,
    format: z.enum(REPORT_FORMATS),
    ...dayPeriod,
    whistleNumber: z.string().optional(),
    state: z.enum(REPORT_STATES),
    progress: z.int().meta({ description: 'Per cent' }),
    requestedBy: z.string(),
    requestedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().optional(),
    rows: z.int().optional().meta({ description: 'Of what was found; 0 if the period is empty, and no file was made' }),
    message: words.optional().meta({ description: 'That the period is empty, or why it failed, for the reader' }),
    errorCode: z.enum(REPORT_ERRORS).optional(),
    asOf: z.iso.datetime().optional().meta({ description: 'Time of the newest event that the report reflects' }),
    definitionVersion: z.int().optional(),
    ruleSetVersion: z.int().optional(),
    file: z.object({ name: z.string(), bytes: z.int(), mediaType: z.string() }).optional(),
    isReadable: z.boolean().meta({ description: 'It is short enough to be read on a page' }),
    releasedAt: z.iso.datetime().optional(),
    expiresAt: z.iso.datetime().meta({ description: 'It is kept until then' }),
    actions: z.array(ActionAnswer).meta({ description: 'report.export, report.release' }),
  })
  .meta({ id: 'Report', description: 'A report, from its request to its file' });
export type Report = z.output<typeof Report>;

/** Filters of GET /api/reports, beside `limit` and `cursor`. */
export const reportFilters = {
  kind: z.enum(REPORT_KINDS).optional(),
  from: dayPeriod.from.optional(),
  to: dayPeriod.to.optional(),
};

export interface ReportFilter {
  kind?: ReportKind;
  from?: string;
  to?: string;
}

export const ReportPage = z
  .object({ items: z.array(Report), nextCursor: z.string().optional() })
  .meta({ id: 'ReportPage' });
export type ReportPage = z.output<typeof ReportPage>;

const cell = z.union([z.string(), z.number(), z.null()]);
export const ReportText = z
  .object({
    brand: z.string(),
    title: z.string(),
    head: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .meta({ description: 'Period, as of when, made when, by which versions' }),
    tables: z.array(
      z.object({
        title: z.string(),
        note: z.string().optional(),
        columns: z.array(z.object({ heading: z.string(), kind: z.string() })),
        rows: z.array(z.array(cell)),
      }),
    ),
  })
  .meta({ id: 'ReportText', description: 'A finished report as it is read on a page; its words are Chinese' });
export type ReportText = z.output<typeof ReportText>;

export const ReportKindList = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(REPORT_KINDS),
        number: z.int().meta({ description: 'In domain 5.2' }),
        title: words,
        version: z.int().meta({ description: 'Of the definition' }),
        formats: z.array(z.enum(REPORT_FORMATS)),
        needsWhistle: z.boolean().meta({ description: 'It is about one whistle, which the request names' }),
      }),
    ),
  })
  .meta({ id: 'ReportKindList', description: 'The reports that the caller may have made' });
export type ReportKindList = z.output<typeof ReportKindList>;
