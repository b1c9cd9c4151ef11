import { orDatabaseUnavailable } from './database-down.js';
import { assertIdentifier } from './identifiers.js';
import type { Queryable } from './queryable.js';
import { statementNameOf } from './statement-names.js';

/** The fields of a Prisma model, as its client lists them: `Prisma.WhistleScalarFieldEnum`. */
export type ModelFields = Readonly<Record<string, string>>;

/**
 * The columns of a model under the names of its fields, for a SELECT: `w."blown_at" AS "blownAt"`. Columns are named
 * one by one, since a prepared `*` fails on the day a migration adds one.
 * @param alias of the table in the statement
 */
export function modelColumns(fields: ModelFields, alias: string): string {
  assertIdentifier(alias);
  return Object.keys(fields)
    .map((field) => `${alias}."${columnOf(field)}" AS "${field}"`)
    .join(', ');
}

/** Every model maps its fields so. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The rows of a sub-select as one JSON array, empty if there are none; its instants arrive as text: see `withDates`. */
export const jsonRows = (select: string): string => `(SELECT coalesce(json_agg(part), '[]') FROM (${select}) part)`;

/** Rows that came as JSON, with these fields made dates again. */
export function withDates<Row extends object>(rows: readonly Row[], fields: readonly (keyof Row)[]): Row[] {
  return rows.map((row) => {
    const dates = fields.filter((field) => typeof row[field] === 'string');
    return { ...row, ...Object.fromEntries(dates.map((field) => [field, new Date(row[field] as string)])) };
  });
}

/**
 * Runs a prepared statement; for what every request does, since the same through Prisma costs several times its own
 * processor time. Unlike Prisma it shows a `date` as local midnight and a `bigint` as text.
 * @throws ProblemError databaseUnavailable
 */
export async function queryRows<Row extends object>(
  db: Queryable,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const config = { name: statementNameOf(text), text, values: [...values] };
  const { rows } = await orDatabaseUnavailable(() => db.query(config));
  return rows as Row[];
}
