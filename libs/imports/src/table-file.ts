import { ProblemError } from '@hsl/platform/problem.error';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';

/** Rows of one import, at most. */
export const MOST_ROWS = 5_000;
const MOST_COLUMNS = 50;
/** A workbook of 1 MB could unfold into anything. */
const MOST_UNPACKED_BYTES = 40 * 1_048_576;
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

/** A line of the file as its editor counts lines: the header is 1. */
export interface TableRow {
  line: number;
  cells: string[];
}

export interface Table {
  header: string[];
  rows: TableRow[];
}

/**
 * The first sheet of an XLSX file, or a CSV file in UTF-8 or, as Excel in China writes it, GB 18030. Which of them it is
 * its content says, not its name. Empty lines are skipped; cells are trimmed.
 * @throws ProblemError tableUnreadable for what is neither, tableTooLong beyond 5,000 rows or 50 columns
 */
export async function readTable(file: Buffer): Promise<Table> {
  const lines = file.subarray(0, ZIP.length).equals(ZIP) ? await xlsxLines(file) : csvLines(file);
  const [header, ...rows] = lines
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!header) throw new ProblemError('tableUnreadable');
  if (rows.length > MOST_ROWS || header.cells.length > MOST_COLUMNS) throw new ProblemError('tableTooLong');
  return { header: header.cells, rows };
}

async function xlsxLines(file: Buffer): Promise<string[][]> {
  try {
    refuseBomb(file);
    const [sheet] = await readXlsxFile(file);
    return (sheet?.data ?? []).map((row) => row.map(textOf));
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError('tableUnreadable', { cause: error });
  }
}

/** Sizes as the archive's directory gives them; nothing is unpacked. */
function refuseBomb(file: Buffer): void {
  let unpacked = 0;
  unzipSync(file, {
    filter({ originalSize }) {
      unpacked += originalSize;
      return false;
    },
  });
  if (unpacked > MOST_UNPACKED_BYTES) throw new ProblemError('tableTooLong');
}

/** Dates are days without a place, whatever time zone this machine is in. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell as string | number);
}

function csvLines(file: Buffer): string[][] {
  if (file.includes(0)) throw new ProblemError('tableUnreadable');
  try {
    return parse(decoded(file), { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][];
  } catch (error) {
    throw new ProblemError('tableUnreadable', { cause: error });
  }
}

function decoded(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(file);
  }
}
