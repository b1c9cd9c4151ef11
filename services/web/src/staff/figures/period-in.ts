import { PERIODS, type PeriodName } from './periods.js';

/** The period in an address, if it is one. */
export const periodIn = ({ period }: Record<string, unknown>): { period?: PeriodName } => {
  const known = PERIODS.find((name) => name === period);
  return known === undefined ? {} : { period: known };
};
