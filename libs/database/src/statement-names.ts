import { createHash } from 'node:crypto';

/** Statements known by name at most; what comes beyond is sent unprepared. A service has a few dozen shapes. */
const MOST_NAMES = 500;
const names = new Map<string, string>();

/** A name by which PostgreSQL keeps the plan of a statement per connection; undefined when there are too many. */
export function statementNameOf(text: string): string | undefined {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_NAMES) {
    name = createHash('sha1').update(text).digest('hex');
    names.set(text, name);
  }
  return name;
}
