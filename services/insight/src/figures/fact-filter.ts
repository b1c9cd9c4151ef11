import type { Parameters } from '@hsl/database/sql-fragment';
import { DIMENSIONS, type Dimension } from '../facts/fact.js';

/** What figures are cut down to: by each dimension named, one of these. */
export type FactFilter = Partial<Record<Dimension, readonly string[]>>;

const COLUMNS: Record<Dimension, string> = {
  department: 'department_id',
  community: 'community_id',
  member: 'member_id',
  category: 'category_code',
  grade: 'grade',
};

export const columnOf = (dimension: Dimension): string => COLUMNS[dimension];

export const dimensionsOf = (filter: FactFilter): Dimension[] =>
  DIMENSIONS.filter((dimension) => filter[dimension] !== undefined);

/** SQL on `fact f`. Figures and the lists behind them are cut by this one text. */
export function cutTo(filter: FactFilter, parameters: Parameters): string {
  const conditions = dimensionsOf(filter).map(
    (dimension) => `f.${COLUMNS[dimension]} = ANY (${parameters.add([...filter[dimension]!])}::text[])`,
  );
  return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
}
