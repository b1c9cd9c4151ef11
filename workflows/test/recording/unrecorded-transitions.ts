/**
 * Rows of the life cycle that no recorded path takes, each with its reason. A row that a path takes by now must go from
 * here; a row that is neither here nor taken fails the test.
 */
export const UNRECORDED: Readonly<Record<string, string>> = {
  'ACCEPTED merge': 'ACCEPTED is left within the decision that reaches it',
  'ACCEPTED withdraw': 'ACCEPTED is left within the decision that reaches it',
  'CARRIED_OVER withdraw': 'CARRIED_OVER is left at once, for LEDGERED under the new dates',
};
