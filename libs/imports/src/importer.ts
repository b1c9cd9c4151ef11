import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import { MOST_FAULTS, type ImportMode, type ImportReport } from '@hsl/contracts/schemas/imports';
import { ProblemError } from '@hsl/platform/problem.error';
import { checkedRows } from './checked-rows.js';
import type { ImportDefinition, RowFault } from './import-definition.js';
import { readTable } from './table-file.js';

/** Where an import is written: the tenant's transactions of the owner. */
export interface ImportDatabase {
  transaction<T>(
    subdistrictId: string,
    work: (client: Parameters<ImportDefinition<object>['write']>[0]) => Promise<T>,
  ): Promise<T>;
}

export interface ImportRequest {
  actor: Actor;
  mode: ImportMode;
  /** The body as it came; anything but bytes is no table. */
  file: unknown;
}

/**
 * Takes a table that people kept elsewhere. A preview does everything an import does and takes it back, so that its
 * counts are no guess; an import with a single bad row writes nothing. The same table again changes nothing.
 * @throws ProblemError roleNotAllowed, tableUnreadable, tableTooLong, columnsMissing
 */
export async function importTable<Row extends object>(
  access: AccessService,
  database: ImportDatabase,
  definition: ImportDefinition<Row>,
  { actor, mode, file }: ImportRequest,
): Promise<ImportReport> {
  const { subdistrictId } = actor;
  const { ability, facts } = definition;
  access.authorize(actor, ability, { subdistrictId, subdistrictWide: true }, facts?.(actor));
  if (!Buffer.isBuffer(file)) throw new ProblemError('tableUnreadable');
  const table = await readTable(file);
  const { rows, faults: own } = checkedRows(table, definition);
  return database.transaction(subdistrictId, async (client) => {
    const further = (await definition.check?.(client, actor, rows)) ?? [];
    const faults = [...own, ...further].toSorted((a, b) => a.line - b.line);
    const isApplied = mode === 'apply' && faults.length === 0;
    await client.query({ text: 'SAVEPOINT before_import' });
    const bad = new Set(further.map(({ line }) => line));
    const good = rows.filter(({ line }) => !bad.has(line)).map(({ row }) => row);
    const written = await definition.write(client, actor, good);
    if (!isApplied) await client.query({ text: 'ROLLBACK TO SAVEPOINT before_import' });
    return reportOf(table.rows.length, good.length, written, faults, isApplied);
  });
}

function reportOf(
  rows: number,
  good: number,
  { added, changed }: { added: number; changed: number },
  faults: RowFault[],
  isApplied: boolean,
): ImportReport {
  const counts = { rows, added, changed, unchanged: good - added - changed };
  return { isApplied, ...counts, faultCount: faults.length, faults: faults.slice(0, MOST_FAULTS) };
}
