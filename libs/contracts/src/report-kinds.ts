/** The twelve reports of domain 5.2, in their order there: the first is report 1. */
export const REPORT_KINDS = [
  'siteMeeting',
  'bulletin',
  'threeLists',
  'longTerm',
  'carryOver',
  'lookBack',
  'heatTable',
  'memberArchive',
  'proposals',
  'repeats',
  'caseFile',
  'coverage',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_FORMATS = ['xlsx', 'docx', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Why none could be made: too many rows for its format, no end within the time for it, or not in three attempts. */
export const REPORT_ERRORS = ['tooLarge', 'timedOut', 'gaveUp'] as const;
export type ReportError = (typeof REPORT_ERRORS)[number];
