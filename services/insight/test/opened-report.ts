import type { Report, RequestReport } from '@hsl/contracts/schemas/reports';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { eventually, type Reader } from './insight-service.js';

/** The report as soon as it is finished, whatever became of it. */
export async function madeReport(reader: Reader, asked: RequestReport): Promise<Report> {
  const { status, body } = await reader.post<Report>('/api/reports', asked);
  if (status !== 202) throw new Error(`${status}: ${JSON.stringify(body)}`);
  const look = async (): Promise<Report> => (await reader.get<Report>(`/api/reports/${body.id}`)).body;
  return eventually(look, ({ state }) => state === 'done' || state === 'failed');
}

export async function bytesOf(reader: Reader, { id }: Report): Promise<Buffer> {
  const answer = await reader.ask(`/api/reports/${id}/file`);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
}

type Line = Record<string, string | number | null>;
/** A sheet as it was opened again: the lines above its table, and the table by the names of its columns. */
export interface OpenedSheet {
  above: string[];
  lines: Line[];
}

/** What stands in a column, sorted. */
export const sortedTexts = (values: readonly unknown[]): string[] =>
  values.map(String).toSorted((a, b) => a.localeCompare(b));

/** A made XLSX, opened by another program than the one that wrote it. */
export async function openXlsx(bytes: Buffer): Promise<Map<string, OpenedSheet>> {
  const sheets = await readXlsxFile(bytes);
  return new Map(
    sheets.map(({ sheet, data }) => {
      // The table is what has more than one cell in its lines.
      const begin = data.findIndex((row) => row.filter((cell) => cell !== null).length > 1);
      const [header, ...rows] = begin < 0 ? [] : data.slice(begin);
      const names = (header ?? []).map(String);
      const lines = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, (row[at] ?? null) as never])));
      return [sheet, { above: data.slice(0, begin).map((row) => String(row[0])), lines }];
    }),
  );
}

/** Paragraphs and cells of a DOCX in their order, and the XML they stand in. */
export function openDocx(bytes: Buffer): { texts: string[]; xml: string } {
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml']!);
  const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
  const texts = paragraphs.map((one) =>
    [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
  return { texts, xml };
}

export const openCsv = (bytes: Buffer): string[][] =>
  parse(bytes, { bom: true, relax_column_count: true, skip_empty_lines: true });
