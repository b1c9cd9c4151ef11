import type { Queryable } from '@hsl/database/queryable';
import type { Actor } from '@hsl/access/actor';
import type { z } from 'zod';

/** A column of the file: what people call it, and what a cell of it may say. */
export interface Column {
  /** As a header may name it; the first one is the name in messages. */
  titles: readonly [string, ...string[]];
  /** Of the cell's text; an empty cell comes as undefined. */
  schema: z.ZodType<unknown, string | undefined>;
  example: string;
}

/** What was written: how many rows are new, how many say something else than before. */
export interface Written {
  added: number;
  changed: number;
}

/** What one kind of table is: its columns, what makes a row the same one, and who writes it. */
export interface ImportDefinition<Row extends object> {
  columns: { readonly [Name in keyof Row & string]-?: Column };
  /** Two rows of a file with the same key contradict each other. */
  keyOf: (row: Row) => string;
  /** Who may: a name of the table of rights. */
  ability: string;
  /** Relations that the right asks for. */
  facts?: (actor: Actor) => Record<string, boolean>;
  /** What a single row cannot know of itself, such as a community that does not exist: column and code by line. */
  check?: (db: Queryable, actor: Actor, rows: readonly CheckedRow<Row>[]) => Promise<RowFault[]>;
  /** All rows in the caller's transaction, with the events of what changed. */
  write: (db: Queryable, actor: Actor, rows: readonly Row[]) => Promise<Written>;
}

export interface CheckedRow<Row> {
  line: number;
  row: Row;
}

export interface RowFault {
  line: number;
  /** The column's first title; absent where the row as a whole is at fault. */
  column?: string;
  code: 'required' | 'invalid' | 'notAllowed' | 'duplicate' | 'unknown';
  /** What stood there, shortened. */
  value?: string;
}
