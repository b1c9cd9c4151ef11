import type { ReportError } from '@hsl/contracts/report-kinds';
import type { Report, ReportText } from '@hsl/contracts/schemas/reports';
import type { ActionView } from '@hsl/contracts/process-view';
import { REPORTS } from './definitions/all-reports.js';
import { periodWords } from './period-words.js';
import type { ReportContent } from './report-content.js';
import type { ReportRow } from './report-row.js';
import { FORMATS } from './writers/report-formats.js';

type Words = { zh: string; en: string };

const FAILURES: Readonly<Record<ReportError, Words>> = {
  tooLarge: {
    zh: '内容太多，没有生成报表。请缩短时间段，或改用 CSV 格式。',
    en: 'There is too much for one report. Choose a shorter period, or CSV.',
  },
  timedOut: {
    zh: '生成超时，没有生成报表。请缩短时间段后重试。',
    en: 'It took too long. Choose a shorter period and try again.',
  },
  gaveUp: {
    zh: '多次生成失败，没有生成报表。请稍后重试，仍不行请联系管理员。',
    en: 'It failed several times. Try again later, or ask the administrator.',
  },
};

/** What the reader is told of an empty period. */
export function emptyWords({ kind, from_day, to_day }: ReportRow): Words {
  const { about } = REPORTS[kind];
  return {
    zh: `${periodWords(from_day, to_day)}没有符合条件的${about.zh}，没有生成报表。请换一个时间段。`,
    en: `There are no ${about.en} from ${from_day} to ${to_day}, so no report was made. Choose another period.`,
  };
}

/** 月度通报_2021-09-01_2021-09-30.docx */
export function fileNameOf({ kind, from_day, to_day, format, whistle_number }: ReportRow): string {
  const about = whistle_number === null ? '' : `_${whistle_number}`;
  return `${REPORTS[kind].title.zh}${about}_${from_day}_${to_day}.${format}`;
}

/** The row as its readers get it. */
export function reportView(row: ReportRow, actions: ActionView[]): Report {
  const { id, kind, format, state, progress, rows, error_code } = row;
  const message =
    error_code !== null ? FAILURES[error_code] : state === 'done' && rows === 0 ? emptyWords(row) : undefined;
  return {
    ...{ id, kind, title: REPORTS[kind].title, format, from: row.from_day, to: row.to_day, state, progress },
    whistleNumber: row.whistle_number ?? undefined,
    ...{ requestedBy: row.requested_by, requestedAt: row.requested_at.toISOString(), message },
    ...{ finishedAt: row.finished_at?.toISOString(), rows: rows ?? undefined, errorCode: error_code ?? undefined },
    ...{ asOf: row.as_of?.toISOString(), definitionVersion: row.definition_version ?? undefined },
    ruleSetVersion: row.rule_set_version ?? undefined,
    ...(row.file_bytes === null
      ? {}
      : { file: { name: fileNameOf(row), bytes: row.file_bytes, mediaType: FORMATS[format].mediaType } }),
    ...{ releasedAt: row.released_at?.toISOString(), expiresAt: row.expires_at.toISOString() },
    ...{ isReadable: row.is_readable, actions },
  };
}

/** What was kept for pages, as they get it. */
export function textView({ brand, title, head, tables }: ReportContent): ReportText {
  return {
    ...{ brand, title, head: head.map(([name, value]) => ({ name, value })) },
    tables: tables.map(({ title: name, note, columns, rows }) => ({
      ...{ title: name, note, columns: columns.map(({ heading, kind }) => ({ heading, kind })) },
      rows: rows.map((row) => [...row]),
    })),
  };
}
