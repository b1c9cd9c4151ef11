import type { Grade } from '@hsl/contracts/grades';
import type { Limit } from './limit.js';

/** The time limits of one grade (domain 4.3). */
export interface GradeLimits {
  accept: Limit;
  acknowledge: Limit;
  checkIn: Limit;
  firstContact: Limit;
  /** Null where a return is not allowed. */
  returnWithin: Limit | null;
  feedback: Limit;
  extension: { times: number; atMost: Limit } | null;
  verify: Limit;
  revisit: Limit;
  /** Days of 24 hours after conclusion. */
  lookBackDays: readonly number[];
}

/** A versioned set of rules; a matter keeps the version it was accepted under. */
export interface RuleSetContent {
  /** Divides every duration from the start of its step: 1 in real life, thousands in a demo. */
  timeScale: number;
  grades: Record<Grade, GradeLimits>;
  /** How long a due look-back may wait for its report. */
  lookBackReport: Limit;
  /** New limit after a dissatisfied resident (domain 4.5). */
  dissatisfiedRework: Limit;
  /** Members asked at once (domain 4.2: two). */
  membersAsked: number;
}

const minutes = (amount: number): Limit => ({ kind: 'natural', amount, unit: 'minutes' });
const hours = (amount: number): Limit => ({ kind: 'natural', amount, unit: 'hours' });
const days = (amount: number): Limit => ({ kind: 'natural', amount, unit: 'days' });
const wd = (amount: number): Limit => ({ kind: 'workingDays', amount });
const wh = (amount: number): Limit => ({ kind: 'workingHours', amount });

/** Domain 4.3, line by line: G1 and G2 run in natural time, G3 and G4 in working time. */
export const DEFAULT_RULE_SET: RuleSetContent = {
  timeScale: 1,
  grades: {
    G1: {
      accept: minutes(15),
      acknowledge: minutes(30),
      checkIn: hours(2),
      firstContact: hours(2),
      returnWithin: null,
      feedback: hours(24),
      extension: null,
      verify: wd(1),
      revisit: wd(1),
      lookBackDays: [7, 30],
    },
    G2: {
      accept: hours(2),
      acknowledge: hours(4),
      checkIn: hours(24),
      firstContact: hours(24),
      returnWithin: hours(4),
      feedback: days(3),
      extension: { times: 1, atMost: days(2) },
      verify: wd(1),
      revisit: wd(2),
      lookBackDays: [30],
    },
    G3: {
      accept: wh(4),
      acknowledge: wd(1),
      checkIn: wd(2),
      firstContact: wd(1),
      returnWithin: wd(2),
      feedback: wd(5),
      extension: { times: 1, atMost: wd(5) },
      verify: wd(2),
      revisit: wd(3),
      lookBackDays: [30],
    },
    G4: {
      accept: wd(1),
      acknowledge: wd(1),
      checkIn: wd(2),
      firstContact: wd(2),
      returnWithin: wd(2),
      feedback: wd(15),
      extension: { times: 2, atMost: wd(10) },
      verify: wd(2),
      revisit: wd(3),
      lookBackDays: [30, 90, 180],
    },
  },
  lookBackReport: wd(5),
  dissatisfiedRework: wd(5),
  membersAsked: 2,
};
