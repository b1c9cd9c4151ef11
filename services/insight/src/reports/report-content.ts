import type { CellKind } from './report-definition.js';

/** A cell as every format writes it: a number stays one, everything else is its words. */
export type Cell = string | number | null;

export interface ContentColumn {
  heading: string;
  kind: CellKind;
}

export interface ContentTable {
  title: string;
  columns: readonly ContentColumn[];
  rows: readonly (readonly Cell[])[];
  note?: string;
}

/** A finished report, whatever it will be written as. */
export interface ReportContent {
  /** As the settings name the platform (S2). */
  brand: string;
  title: string;
  /** Lines under the title: period, as of when, by which versions. */
  head: readonly (readonly [name: string, value: string])[];
  tables: readonly ContentTable[];
}

const NUMERIC: ReadonlySet<CellKind> = new Set(['number', 'percent']);
export const isNumeric = ({ kind }: ContentColumn): boolean => NUMERIC.has(kind);
