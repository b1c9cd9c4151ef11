import type { Instant } from '@hsl/contracts/instants';
import { officialOrWeekdays } from './calendar.js';
import { dayOf, dateOf, parseDay } from './calendar-day.js';
import type { Limit } from './limit.js';
import { compress, type ClockTerms } from './step-clock.js';
import { closingAfter } from './working-time.js';

/** How long each step of a proposal may take (domain 2.6). */
export interface ProposalLimits {
  file: Limit;
  assign: Limit;
  /** Natural months from the assignment to the reply. */
  replyMonths: number;
  /** Natural months to the second reply, after an author was dissatisfied. */
  secondReplyMonths: number;
  /** The author may rate a reply for so long; a form that does not come back counts as such. */
  rate: Limit;
  close: Limit;
}

/** What a proposal was submitted under; it travels into its workflow and never changes. */
export interface ProposalTerms extends ClockTerms {
  limits: ProposalLimits;
}

/** Three months to reply are the rule; the rest are this platform's own. */
export const DEFAULT_PROPOSAL_LIMITS: ProposalLimits = {
  file: { kind: 'workingDays', amount: 10 },
  assign: { kind: 'workingDays', amount: 5 },
  replyMonths: 3,
  secondReplyMonths: 1,
  rate: { kind: 'natural', amount: 30, unit: 'days' },
  close: { kind: 'workingDays', amount: 10 },
};

/**
 * The end of that many natural months (Civil Code 201–203): the day of the same date, or the month's last, at the close
 * of business; the next working day if that day is none. Shrunk by the time scale.
 */
export function monthsAfter(start: Instant, months: number, terms: ClockTerms): Instant {
  const [year = 0, month = 0, date = 0] = dateOf(dayOf(start)).split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const lastDay = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
  const due = closingAfter(officialOrWeekdays(terms.calendar), parseDay(lastDay) - 1, 1);
  return compress(start, due, terms.timeScale);
}
