import { assertIdentifier } from './identifiers.js';
import { toParameter, type SqlValue } from './sql-values.js';

/** One more common table expression of a decision's statement; every interpolation has become a parameter. */
export interface SqlFragment {
  name: string;
  texts: readonly string[];
  values: readonly SqlValue[];
}

/**
 * A further step of the same statement, e.g. rows of another table:
 *
 *     cte('look_backs')`INSERT INTO look_back (whistle_id, subdistrict_id, due_at)
 *       SELECT decided.id::uuid, decided.subdistrict_id, d FROM decided, unnest(${dueAts}::timestamptz[]) AS d`
 *
 * It must read from `decided` (columns id text, subdistrict_id, version), which is empty when the decision does not
 * take place. A parameter that stands alone in a SELECT list needs a cast.
 * @throws RangeError if the name is no identifier, or if the text does not depend on `decided`
 */
export const cte =
  (name: string) =>
  (texts: TemplateStringsArray, ...values: SqlValue[]): SqlFragment => {
    assertIdentifier(name);
    if (!texts.some((text) => /\bdecided\b/.test(text))) {
      throw new RangeError(`${name} would run even if nothing was decided: read from "decided"`);
    }
    return { name, texts: [...texts], values };
  };

/** Collects the parameters of a statement while its text is written. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of a value. */
  add(value: SqlValue): string {
    this.values.push(toParameter(value));
    return `$${this.values.length}`;
  }

  render({ texts, values }: SqlFragment): string {
    return texts.map((text, index) => (index < values.length ? text + this.add(values[index]) : text)).join('');
  }
}
