import type { ReportFormat } from '@hsl/contracts/report-kinds';
import type { ReportContent } from '../report-content.js';
import { csvOf } from './csv.writer.js';
import { docxOf } from './docx.writer.js';
import { xlsxOf } from './xlsx.writer.js';

interface Format {
  mediaType: string;
  /** Rows of all tables together; a document of more would take more memory than the service has. */
  mostRows: number;
  write: (content: ReportContent) => Promise<Buffer>;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** How a report is written, by format. */
export const FORMATS: Readonly<Record<ReportFormat, Format>> = {
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, mostRows: 10_000, write: xlsxOf },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, mostRows: 2_000, write: docxOf },
  csv: { mediaType: 'text/csv; charset=utf-8', mostRows: 20_000, write: csvOf },
};
