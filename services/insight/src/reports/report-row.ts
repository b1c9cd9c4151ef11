import type { ReportError, ReportFormat, ReportKind, ReportState } from '@hsl/contracts/report-kinds';

/** A row of the table `report`. */
export interface ReportRow {
  id: string;
  subdistrict_id: string;
  kind: ReportKind;
  format: ReportFormat;
  /** YYYY-MM-DD. */
  from_day: string;
  to_day: string;
  whistle_number: string | null;
  is_whole: boolean;
  community_ids: string[];
  department_ids: string[];
  requested_by: string;
  requested_at: Date;
  state: ReportState;
  progress: number;
  attempts: number;
  claim: string | null;
  finished_at: Date | null;
  rows: number | null;
  error_code: ReportError | null;
  as_of: Date | null;
  definition_version: number | null;
  rule_set_version: number | null;
  file_key: string | null;
  file_bytes: number | null;
  file_sha256: string | null;
  is_readable: boolean;
  released_by: string | null;
  released_at: Date | null;
  expires_at: Date;
}

/** Dates as text: a date of PostgreSQL would become an instant of this machine's zone. */
export const reportColumns = (alias: string): string =>
  [
    ...['id', 'subdistrict_id', 'kind', 'format', 'whistle_number', 'is_whole', 'community_ids', 'department_ids'],
    ...['requested_by', 'requested_at', 'state', 'progress', 'attempts', 'claim', 'finished_at', 'rows', 'error_code'],
    ...['as_of', 'definition_version', 'rule_set_version', 'file_key', 'file_bytes', 'file_sha256', 'released_by'],
    ...['released_at', 'expires_at'],
  ]
    .map((name) => `${alias}.${name}`)
    .concat(`${alias}.from_day::text`, `${alias}.to_day::text`, `${alias}.content IS NOT NULL AS is_readable`)
    .join(', ');
