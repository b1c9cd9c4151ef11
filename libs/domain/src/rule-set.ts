import type { Grade } from '@hsl/contracts/grades';
import type { Limit } from './limit.js';

/** The time limits of one grade (domain 4.3). */
export interface GradeLimits {
  accept: Limit;
  acknowledge: Limit;
  checkIn: Limit;
  firstContact: Limit;
  /** From a member's arrival, or from a session held, to the dispatch; convening a session or settling it ends it too. */
  dispatch: Limit;
  /** Null where a return is not allowed. */
  returnWithin: Limit | null;
  feedback: Limit;
  extension: { times: number; atMost: Limit } | null;
  verify: Limit;
  revisit: Limit;
  /** Days of 24 hours after conclusion. */
  lookBackDays: readonly number[];
}

/** Limits of the steps that are the same for every grade (domain 4.2, 4.4, 4.5). */
export interface StepLimits {
  /** A whistle sent back lapses when the community stays silent so long. */
  resubmit: Limit;
  declineRuling: Limit;
  objection: Limit;
  objectionRuling: Limit;
  /** For an emergency the community head countersigns afterwards, within this time. */
  countersign: Limit;
  returnRuling: Limit;
  /** How soon the same unit must acknowledge when its return was refused. */
  acknowledgeAfterRefusal: Limit;
  siteMeeting: Limit;
  disputeRuling: Limit;
  appeal: Limit;
  appealRuling: Limit;
  extensionRuling: Limit;
  /** A supervise order is answered within this time. */
  orderAnswer: Limit;
  /** From convening a session to holding it. */
  deliberate: Limit;
  /** The second session comes within this time after a first without result. */
  secondSession: Limit;
  /** Rework after a dissatisfied resident. */
  dissatisfiedRework: Limit;
  /** Session with resident, member and lead after the second dissatisfaction. */
  dissatisfiedSession: Limit;
  outcomeChoice: Limit;
  withdrawApproval: Limit;
  ledgerApproval: Limit;
  /** How long a due look-back may wait for its report. */
  lookBackReport: Limit;
  /** After the conclusion the resident may reopen the matter for so long. */
  reopen: Limit;
}

/** Numbers that decide, other than times (domain 4.2, 4.5). */
export interface Thresholds {
  /** Members asked at once. */
  membersAsked: number;
  /** From so many departments on a session comes before the dispatch. */
  deliberationDepartments: number;
  /** From so many households on a session comes before the dispatch. */
  deliberationHouseholds: number;
  /** So many attempts, over so many days, by so many channels, and a resident counts as unreachable. */
  revisitAttempts: number;
  revisitDays: number;
  revisitChannels: number;
  /** From so many reporters on a matter is a group's. */
  groupReporters: number;
  /** Units tried before responsibility counts as disputed. */
  unitsTried: number;
  /** A deputy leader approves a ledger entry up to so many days, the group leader a longer one. */
  ledgerShortDays: number;
  /** At least one milestone in so many days. */
  milestoneDays: number;
  /** A matter concluded at most so many natural days before another was blown can be repeated by it. */
  repeatDays: number;
}

/** How long each step of a proposal may take (domain 2.6, S65). */
export interface ProposalLimits {
  file: Limit;
  assign: Limit;
  /** So long after the assignment the lead may say that it is another unit's. */
  returnWithin: Limit;
  returnRuling: Limit;
  /** Supporting units give their opinions to the lead within this time. */
  opinion: Limit;
  reply: Limit;
  /** The second reply, after an author was dissatisfied. */
  secondReply: Limit;
  /** The author may rate a reply for so long; a form that does not come back counts as such. */
  rate: Limit;
  close: Limit;
}

/** What a department's score is made of, in percent of the whole (I21); together 100. */
export interface DepartmentScoreWeights {
  /** I8. */
  overall: number;
  /** I4. */
  onTime: number;
  /** What communities say, 1 to 5. */
  communityRating: number;
  /** 100 less I20. */
  cards: number;
}

/** A versioned set of rules; a matter keeps the version it was accepted under. */
export interface RuleSetContent {
  /** Divides every duration from the start of its step: 1 in real life, thousands in a demo. */
  timeScale: number;
  grades: Record<Grade, GradeLimits>;
  steps: StepLimits;
  thresholds: Thresholds;
  proposals: ProposalLimits;
  departmentScore: DepartmentScoreWeights;
}

const minutes = (amount: number): Limit => ({ kind: 'natural', amount, unit: 'minutes' });
const hours = (amount: number): Limit => ({ kind: 'natural', amount, unit: 'hours' });
const days = (amount: number): Limit => ({ kind: 'natural', amount, unit: 'days' });
const wd = (amount: number): Limit => ({ kind: 'workingDays', amount });
const wh = (amount: number): Limit => ({ kind: 'workingHours', amount });
const months = (amount: number): Limit => ({ kind: 'months', amount });

/**
 * Domain 4.3, line by line: G1 and G2 run in natural time, G3 and G4 in working time. The dispatch is this platform's own
 * (decision 0027): domain 4.3 gives it no time.
 */
export const DEFAULT_RULE_SET: RuleSetContent = {
  timeScale: 1,
  grades: {
    G1: {
      accept: minutes(15),
      acknowledge: minutes(30),
      checkIn: hours(2),
      firstContact: hours(2),
      dispatch: minutes(30),
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
      dispatch: hours(4),
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
      dispatch: wd(2),
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
      dispatch: wd(3),
      returnWithin: wd(2),
      feedback: wd(15),
      extension: { times: 2, atMost: wd(10) },
      verify: wd(2),
      revisit: wd(3),
      lookBackDays: [30, 90, 180],
    },
  },
  steps: {
    resubmit: wd(2),
    declineRuling: wd(1),
    objection: wd(3),
    objectionRuling: wd(2),
    countersign: hours(24),
    returnRuling: wd(1),
    acknowledgeAfterRefusal: wh(4),
    siteMeeting: wd(2),
    disputeRuling: wd(1),
    appeal: wd(1),
    appealRuling: wd(1),
    extensionRuling: wd(1),
    orderAnswer: wd(1),
    deliberate: wd(10),
    secondSession: days(30),
    dissatisfiedRework: wd(5),
    dissatisfiedSession: wd(5),
    outcomeChoice: wd(2),
    withdrawApproval: wd(1),
    ledgerApproval: wd(2),
    lookBackReport: wd(5),
    reopen: days(30),
  },
  thresholds: {
    membersAsked: 2,
    deliberationDepartments: 3,
    deliberationHouseholds: 20,
    revisitAttempts: 3,
    revisitDays: 2,
    revisitChannels: 2,
    groupReporters: 5,
    unitsTried: 3,
    ledgerShortDays: 90,
    milestoneDays: 60,
    repeatDays: 90,
  },
  // Domain 2.6 gives the return, the ruling on it, the opinion and the reply; the rest are this platform's own.
  proposals: {
    file: wd(10),
    assign: wd(5),
    returnWithin: wd(5),
    returnRuling: days(7),
    opinion: months(2),
    reply: months(3),
    secondReply: months(1),
    rate: days(30),
    close: wd(10),
  },
  departmentScore: { overall: 50, onTime: 20, communityRating: 20, cards: 10 },
};
