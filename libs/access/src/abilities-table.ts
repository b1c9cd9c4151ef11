import { readFileSync } from 'node:fs';
import { parseRow, type AbilityRow } from './ability-row.js';

const HEADER = 'action,role,scope,condition,source';
const FILE = new URL('../data/abilities.csv', import.meta.url);

/**
 * The whole table, checked.
 * @throws Error for a wrong header, a row that is not understood, or the same right written twice
 */
export function parseTable(text: string): AbilityRow[] {
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (header !== HEADER) throw new Error(`abilities table: header must be ${HEADER}`);
  const seen = new Set<string>();
  return lines.map((line, index) => {
    try {
      const row = parseRow(line);
      const right = [row.action, row.role, row.scope, row.conditions.map((use) => use.text).join('&')].join();
      if (seen.has(right)) throw new Error(`written twice: ${line}`);
      seen.add(right);
      return row;
    } catch (error) {
      throw new Error(`abilities table, line ${index + 2}: ${(error as Error).message}`, { cause: error });
    }
  });
}

/** Read once at start: a service without its table must not run. */
export const ABILITIES: readonly AbilityRow[] = parseTable(readFileSync(FILE, 'utf8'));

/** Rows by the value of one of their fields. */
export function rowsBy<K extends 'action' | 'resource' | 'role'>(field: K): ReadonlyMap<AbilityRow[K], AbilityRow[]> {
  const groups = new Map<AbilityRow[K], AbilityRow[]>();
  for (const row of ABILITIES) {
    const group = groups.get(row[field]);
    if (group) group.push(row);
    else groups.set(row[field], [row]);
  }
  return groups;
}
