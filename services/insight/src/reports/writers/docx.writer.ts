import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IFontAttributesProperties,
} from 'docx';
import { isNumeric, type Cell, type ContentColumn, type ContentTable, type ReportContent } from '../report-content.js';

/** Official documents (GB/T 9704): title in a plain heavy face, headings in 黑体, text in 仿宋, tables in 宋体. */
const face = (eastAsia: string): IFontAttributesProperties => ({
  ...{ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia },
});
const [TITLE, HEADING, TEXT, TABLE] = [face('黑体'), face('黑体'), face('仿宋'), face('宋体')];
/** Sizes in half points. */
const SIZE = { title: 44, heading: 32, text: 28, table: 21, foot: 18 };
/** A4 and its margins in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_440, bottom: 1_440, left: 1_300, right: 1_300 };
/** More columns are printed across. */
const MOST_UPRIGHT = 8;

/** A document on A4, each table in a section of its own, upright or across as it needs. */
export async function docxOf(content: ReportContent): Promise<Buffer> {
  const document = new Document({
    ...{ creator: content.brand, title: content.title, description: content.title },
    styles: { default: { document: { run: { font: TEXT, size: SIZE.text, language: { eastAsia: 'zh-CN' } } } } },
    sections: content.tables.map((table, index) => ({
      properties: { page: { size: pageOf(table), margin: MARGIN } },
      footers: { default: footer() },
      children: [...(index === 0 ? opening(content) : []), ...tableParts(table)],
    })),
  });
  return Packer.toBuffer(document);
}

const pageOf = ({ columns }: ContentTable) => ({
  ...A4,
  orientation: columns.length > MOST_UPRIGHT ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
});

const centred = (text: string, size: number, font: IFontAttributesProperties): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 160 },
    children: [new TextRun({ text, size, font })],
  });

const opening = ({ brand, title, head }: ReportContent): Paragraph[] => [
  centred(brand, SIZE.heading, TEXT),
  centred(title, SIZE.title, TITLE),
  ...head.map(([name, value]) => new Paragraph({ children: [new TextRun({ text: `${name}：${value}`, font: TEXT })] })),
];

function tableParts({ title, note, columns, rows }: ContentTable): (Paragraph | Table)[] {
  const heading = new TextRun({ text: title, font: HEADING, size: SIZE.heading });
  return [
    new Paragraph({ spacing: { before: 240, after: 120 }, keepNext: true, children: [heading] }),
    ...(note === undefined ? [] : [new Paragraph({ spacing: { after: 120 }, children: [small(note)] })]),
    rows.length === 0 ? new Paragraph({ children: [small('没有。')] }) : tableOf(columns, rows),
  ];
}

const small = (text: string, bold = false): TextRun => new TextRun({ text, bold, font: TABLE, size: SIZE.table });

function tableOf(columns: readonly ContentColumn[], rows: readonly (readonly Cell[])[]): Table {
  const header = columns.map(({ heading }) => cellOf(heading, AlignmentType.CENTER, true));
  return new Table({
    ...{ width: { size: 100, type: WidthType.PERCENTAGE }, layout: TableLayoutType.AUTOFIT },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: header }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((cell, at) => bodyCell(cell, columns[at]!)) }),
      ),
    ],
  });
}

function bodyCell(cell: Cell, column: ContentColumn): TableCell {
  const text = cell === null ? '' : typeof cell === 'number' && column.kind === 'percent' ? `${cell}%` : String(cell);
  return cellOf(text, isNumeric(column) ? AlignmentType.RIGHT : AlignmentType.LEFT);
}

const cellOf = (
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  isHeader = false,
): TableCell =>
  new TableCell({
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ alignment, children: [small(text, isHeader)] })],
  });

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            ...{ font: TABLE, size: SIZE.foot },
            children: ['— ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES, ' —'],
          }),
        ],
      }),
    ],
  });
