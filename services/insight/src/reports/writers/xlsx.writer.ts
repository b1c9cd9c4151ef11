import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Cell, ContentColumn, ContentTable, ReportContent } from '../report-content.js';
import { inert } from './inert.js';

const FONT = { fontFamily: '宋体', fontSize: 11 } as const;
const BORDER = { borderStyle: 'thin', borderColor: '#999999' } as const;
const PERCENT = '0.0"%"';
/** Of a sheet's name; these signs it may not hold. */
const MOST_OF_A_NAME = 31;
const NOT_IN_A_NAME = /[\\/?*[\]:]/g;
/** In characters of the standard font; a Chinese one is two wide. */
const WIDTHS = { least: 8, most: 44 };

/** Signs of two widths. */
const WIDE = /[\u2E80-\uFFFF]/g;

type Written = SheetData[number][number];

/** A workbook with a sheet for each table, its head above. */
export async function xlsxOf(content: ReportContent): Promise<Buffer> {
  const sheets = content.tables.map((table) => ({
    data: sheetOf(content, table),
    sheet: table.title.replaceAll(NOT_IN_A_NAME, ' ').slice(0, MOST_OF_A_NAME),
    columns: table.columns.map((column, index) => ({ width: widthOf(column, table, index) })),
    orientation: table.columns.length > 8 ? ('landscape' as const) : undefined,
  }));
  return writeXlsxFile(sheets, FONT).toBuffer();
}

function sheetOf({ brand, title, head }: ReportContent, { title: name, note, columns, rows }: ContentTable): SheetData {
  const line = (text: string, more: object = {}): Written[] => [{ value: inert(text), type: String, ...more }];
  return [
    line(`${brand}　${title}`, { fontFamily: '黑体', fontSize: 16, fontWeight: 'bold' }),
    ...head.map(([key, value]) => line(`${key}：${value}`)),
    line(name, { fontFamily: '黑体', fontSize: 12, fontWeight: 'bold' }),
    ...(note === undefined ? [] : [line(note)]),
    columns.map(({ heading }) => ({
      ...{ value: inert(heading), type: String, fontWeight: 'bold', align: 'center', wrap: true, ...BORDER },
      backgroundColor: '#EEEEEE',
    })),
    ...rows.map((row) => row.map((cell, index) => writtenCell(cell, columns[index]!))),
  ];
}

function writtenCell(cell: Cell, { kind }: ContentColumn): Written {
  if (cell === null) return { value: '', type: String, ...BORDER };
  if (typeof cell === 'string') return { value: inert(cell), type: String, wrap: true, ...BORDER };
  return { value: cell, type: Number, ...(kind === 'percent' ? { format: PERCENT } : {}), ...BORDER };
}

const wide = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

function widthOf({ heading }: ContentColumn, { rows }: ContentTable, index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, wide(String(row[index] ?? ''))), wide(heading));
  return Math.min(Math.max(longest + 2, WIDTHS.least), WIDTHS.most);
}
