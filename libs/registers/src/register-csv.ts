import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';

/** Spreadsheets take a file without it for the machine's own code page. */
const BYTE_ORDER_MARK = '﻿';
const NOT_COLUMNS = new Set(['serverNow', 'version']);

/**
 * A list as a table: a column per field, headed by the field's title (or its name). Texts that a spreadsheet would run
 * as a formula are defused: https://owasp.org/www-community/attacks/CSV_Injection
 */
export async function csvOf(
  schema: z.ZodObject,
  entries: AsyncIterable<Readonly<Record<string, unknown>>>,
): Promise<string> {
  const fields = Object.entries(schema.shape).filter(([name]) => !NOT_COLUMNS.has(name));
  const columns = fields.map(([key, type]) => ({ key, header: (type as z.ZodType).meta()?.title ?? key }));
  const rows: Record<string, string>[] = [];
  for await (const entry of entries) {
    rows.push(Object.fromEntries(columns.map(({ key }) => [key, cellOf(entry[key])])));
  }
  return BYTE_ORDER_MARK + stringify(rows, { header: true, columns, escape_formulas: true });
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
