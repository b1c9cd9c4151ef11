import pg from 'pg';

/** True if the statement was refused by this constraint of its tables. */
export const isViolationOf = (error: unknown, constraint: string): boolean =>
  error instanceof pg.DatabaseError && error.constraint === constraint;
