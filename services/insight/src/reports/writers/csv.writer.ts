import { stringify } from 'csv-stringify/sync';
import type { Cell, ReportContent } from '../report-content.js';
import { inert } from './inert.js';

/** Spreadsheets in China take a file without it for GB 18030. */
const BYTE_ORDER_MARK = '\uFEFF';

const written = (cell: Cell): string => (typeof cell === 'string' ? inert(cell) : cell === null ? '' : String(cell));

/** Comma-separated in UTF-8 with a byte order mark: the head, then each table under its title, apart by empty lines. */
export function csvOf({ brand, title, head, tables }: ReportContent): Promise<Buffer> {
  const lines: Cell[][] = [[brand], [title], ...head.map((line) => [...line])];
  for (const { title: name, columns, rows, note } of tables) {
    lines.push(
      [],
      [name],
      ...(note === undefined ? [] : [[note]]),
      columns.map(({ heading, kind }) => (kind === 'percent' ? `${heading}（%）` : heading)),
    );
    for (const row of rows) lines.push([...row]);
  }
  const text = stringify(
    lines.map((line) => line.map(written)),
    { record_delimiter: 'windows' },
  );
  return Promise.resolve(Buffer.from(BYTE_ORDER_MARK + text, 'utf8'));
}
