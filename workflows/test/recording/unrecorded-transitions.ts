/**
 * Rows of the life cycle that no recorded path takes, each with its reason. A row that a path takes by now must go from
 * here; a row that is neither here nor taken fails the test.
 */
export const UNRECORDED: Readonly<Record<string, string>> = {
  'ACCEPTED merge': 'ACCEPTED is left within the decision that reaches it',
  'ACCEPTED withdraw': 'ACCEPTED is left within the decision that reaches it',
  'COORDINATING ledger': 'the process of the ledger is still to come',
  'LEDGERED deliver': 'the process of the ledger is still to come',
  'LEDGERED carryOver': 'the process of the ledger is still to come',
  'LEDGERED withdraw': 'the process of the ledger is still to come',
  'CARRIED_OVER resumeLedger': 'the process of the ledger is still to come',
  'CARRIED_OVER withdraw': 'the process of the ledger is still to come',
};
