import type { CheckedRow, ImportDefinition, RowFault } from './import-definition.js';
import { ProblemError } from '@hsl/platform/problem.error';
import type { Table, TableRow } from './table-file.js';

const SHOWN_CHARACTERS = 40;

export interface Checked<Row> {
  rows: CheckedRow<Row>[];
  faults: RowFault[];
}

/**
 * Reads every row by the definition; a row with any fault is none of the rows.
 * @throws ProblemError columnsMissing naming the columns that the file lacks or that nobody knows
 */
export function checkedRows<Row extends object>(table: Table, definition: ImportDefinition<Row>): Checked<Row> {
  const places = placesOf(table.header, definition);
  const checked: Checked<Row> = { rows: [], faults: [] };
  const seen = new Set<string>();
  for (const line of table.rows) {
    const { row, faults } = readRow(line, places, definition);
    checked.faults.push(...faults);
    if (faults.length > 0) continue;
    const key = definition.keyOf(row);
    if (seen.has(key)) checked.faults.push({ line: line.line, code: 'duplicate', value: shown(key) });
    else checked.rows.push({ line: line.line, row });
    seen.add(key);
  }
  return checked;
}

type Places = ReadonlyMap<string, number>;

function placesOf<Row extends object>(header: readonly string[], { columns }: ImportDefinition<Row>): Places {
  const places = new Map<string, number>();
  const unknown = header.filter((title) => title !== '' && !nameOf(title, columns));
  header.forEach((title, place) => {
    const name = nameOf(title, columns);
    if (name) places.set(name, place);
  });
  const missing = entriesOf(columns).flatMap(([name, { titles, schema }]) =>
    places.has(name) || schema.safeParse(undefined).success ? [] : [titles[0]],
  );
  if (unknown.length + missing.length === 0) return places;
  const about = (title: string, code: string) => ({ field: shown(title), code, message: MESSAGES[code]! });
  throw new ProblemError('columnsMissing', {
    errors: [
      ...missing.map((title) => about(title, 'required')),
      ...unknown.slice(0, 20).map((title) => about(title, 'unknownField')),
    ],
  });
}

const MESSAGES: Record<string, string> = { required: '缺少这一列。', unknownField: '没有这一列。' };

const entriesOf = <Row extends object>(columns: ImportDefinition<Row>['columns']) =>
  Object.entries(columns) as [keyof Row & string, ImportDefinition<Row>['columns'][keyof Row & string]][];

const nameOf = <Row extends object>(title: string, columns: ImportDefinition<Row>['columns']): string | undefined =>
  entriesOf(columns).find(([, { titles }]) => titles.some((one) => one.toLowerCase() === title.toLowerCase()))?.[0];

function readRow<Row extends object>(
  { line, cells }: TableRow,
  places: Places,
  { columns }: ImportDefinition<Row>,
): { row: Row; faults: RowFault[] } {
  const row: Record<string, unknown> = {};
  const faults: RowFault[] = [];
  for (const [name, { titles, schema }] of entriesOf(columns)) {
    const place = places.get(name);
    const text = place === undefined ? '' : (cells[place] ?? '');
    const read = schema.safeParse(text === '' ? undefined : text);
    if (read.success) row[name] = read.data;
    else if (text === '') faults.push({ line, column: titles[0], code: 'required' });
    else {
      const isListed = read.error.issues.some(({ code }) => code === 'invalid_value');
      faults.push({ line, column: titles[0], code: isListed ? 'notAllowed' : 'invalid', value: shown(text) });
    }
  }
  return { row: row as Row, faults };
}

export const shown = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
