import type { Place } from '../projection/places.repository.js';
import { cellOf, type NamesOf } from './report-cells.js';
import type { ContentTable } from './report-content.js';
import type { CrossSection, TableSection } from './report-definition.js';

export type QueryRow = Readonly<Record<string, unknown>>;

/** Names by kind and id. */
export function namesIn(places: readonly Place[]): NamesOf {
  const names = new Map(places.map(({ kind, id, name }) => [`${kind}/${id}`, name]));
  return (kind, id) => names.get(`${kind}/${id}`);
}

export function tableOf(
  { title, columns, note }: TableSection,
  rows: readonly QueryRow[],
  names: NamesOf,
): ContentTable {
  return {
    ...{ title, note },
    columns: columns.map(([, heading, kind]) => ({ heading, kind })),
    rows: rows.map((row) => columns.map(([key, , kind]) => cellOf(kind, row[key], names))),
  };
}

/** Every known category down and every known community across, also where nothing was; sums at both ends. */
export function crossTableOf(section: CrossSection, rows: readonly QueryRow[], places: readonly Place[]): ContentTable {
  const { title, note, cross } = section;
  const names = namesIn(places);
  const known = (kind: Place['kind'], key: 'down' | 'across'): string[] => {
    const active = places.filter((place) => place.kind === kind && place.active).map(({ id }) => id);
    return [...new Set([...active, ...rows.map((row) => String(row[key]))])].toSorted();
  };
  const [downs, acrosses] = [known('category', 'down'), known(cross.across, 'across')];
  const counts = new Map(rows.map(({ down, across, n }) => [`${String(down)}/${String(across)}`, Number(n)]));
  const at = (down: string, across: string): number => counts.get(`${down}/${across}`) ?? 0;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const lines = downs.map((down) => acrosses.map((across) => at(down, across)));
  return {
    ...{ title, note },
    columns: [
      { heading: cross.heading, kind: cross.down },
      ...acrosses.map((id) => ({ heading: names('community', id) ?? id, kind: 'number' as const })),
      { heading: '合计', kind: 'number' },
    ],
    rows: [
      ...lines.map((line, index) => [cellOf(cross.down, downs[index], names), ...line, sum(line)]),
      ['合计', ...acrosses.map((across) => sum(downs.map((down) => at(down, across)))), sum(lines.flat())],
    ],
  };
}
