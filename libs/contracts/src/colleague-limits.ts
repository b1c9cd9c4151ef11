/** Apart from the schemas, which no page may load: what they are made of evaluates texts, and the pages' policy forbids that. */

/** Accounts asked for at once. */
export const MOST_COLLEAGUES = 100;
export const LONGEST_ACCOUNT_ID = 40;
