import type { ReportKind } from '@hsl/contracts/report-kinds';
import type { CodeKind } from './words/code-words.js';

/** What a cell holds: decides how it is written. Places are ids that become names, codes become words. */
export type CellKind =
  | 'text'
  | 'number'
  /** 0 to 100, one decimal. */
  | 'percent'
  | 'day'
  /** Date and time in Asia/Shanghai, to the minute. */
  | 'minute'
  /** Id of a member: names are kept by their owner, pages ask it for them. */
  | 'member'
  | 'community'
  | 'department'
  | 'category'
  | CodeKind;

/** Name of the column in the query, what stands above it, what its cells hold. */
export type Column = readonly [key: string, heading: string, kind: CellKind];

/**
 * A table of a report: one query, its rows in order. Placeholders of the query: `:tenant :whole :communities
 * :departments :begin :end :from :to :now :whistle` (report-sql.ts).
 */
export interface TableSection {
  title: string;
  columns: readonly Column[];
  sql: string;
  /** Rows that are there even if nothing happened in the period say nothing of whether the report is empty. */
  isBackdrop?: true;
  /** What the reader must know to read it right. */
  note?: string;
}

/** A table whose columns are places: the query answers `down`, `across`, `n`. */
export interface CrossSection {
  title: string;
  cross: { down: CellKind; heading: string; across: 'community' };
  sql: string;
  note?: string;
}

export type Section = TableSection | CrossSection;

/** A report of domain 5.2, as data. */
export interface ReportDefinition {
  kind: ReportKind;
  title: { zh: string; en: string };
  /** Of what there may be none: `没有符合条件的哨件`. */
  about: { zh: string; en: string };
  /** Rises when what is counted changes. */
  version: number;
  /** Ranks and overviews compare all of a subdistrict and are made for whoever may see all of it. */
  isWholeOnly: boolean;
  /** The right that the table of abilities names for this one, beside `report.generate`. */
  ability?: 'whistle.printCaseFile' | 'list.print';
  sections: readonly Section[];
}
