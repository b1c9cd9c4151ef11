import { createHash } from 'node:crypto';

/** Names for the statements of one kind. */
type NameOf = (text: string) => string | undefined;

/**
 * Names by which PostgreSQL keeps the plan of a statement per connection, so that it is parsed and planned once.
 * @param most statements known by name; what comes beyond is sent unprepared
 */
function statementNames(most: number): NameOf {
  const names = new Map<string, string>();
  return (text) => {
    let name = names.get(text);
    if (name === undefined && names.size < most) {
      name = createHash('sha1').update(text).digest('hex');
      names.set(text, name);
    }
    return name;
  };
}

/** Of what is written by hand or made by decisions: a service has a few dozen shapes. */
export const statementNameOf: NameOf = statementNames(500);

/** Of what Prisma makes: lists of changing length have a text each, and must not take the others' names. */
export const prismaStatementNameOf: NameOf = statementNames(250);
