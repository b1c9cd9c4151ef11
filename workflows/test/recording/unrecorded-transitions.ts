/**
 * Rows of the life cycle that no recorded path takes, each with its reason. A row that a path takes by now must go from
 * here; a row that is neither here nor taken fails the test.
 */
export const UNRECORDED: Readonly<Record<string, string>> = {
  'ACCEPTED merge': 'ACCEPTED is left within the decision that reaches it',
  'ACCEPTED withdraw': 'ACCEPTED is left within the decision that reaches it',
  'COORDINATING ledger': 'no path over the ledger is recorded yet',
  'LEDGERED deliver': 'no path over the ledger is recorded yet',
  'LEDGERED carryOver': 'no path over the ledger is recorded yet',
  'LEDGERED withdraw': 'no path over the ledger is recorded yet',
  'CARRIED_OVER resumeLedger': 'no path over the ledger is recorded yet',
  'CARRIED_OVER withdraw': 'no path over the ledger is recorded yet',
};
