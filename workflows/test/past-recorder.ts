import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import { termsFor } from '@hsl/domain/matter-terms';
import { proposalTermsFor } from '@hsl/domain/proposal-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import type { PastFeedbackActivities, PastMatterActivities } from '../src/past/past-matter.activities.js';
import type { PastProposalActivities } from '../src/past/past-proposal.activities.js';
import type { PastSessionActivities } from '../src/past/past-session.activities.js';
import type { WhistleDecision } from '../src/whistle/whistle.activities.js';

export type PastActivities = PastMatterActivities &
  PastFeedbackActivities &
  PastProposalActivities &
  PastSessionActivities;

const CALENDAR = calendarSlice(CHINA_CALENDAR, Date.UTC(2021, 0, 1), 730);
const RULES = { version: 1, content: DEFAULT_RULE_SET };

/** What the owners do with records of before; decisions are kept like any others. */
export const pastRecorder = (records: () => { whistles: WhistleDecision[] }): PastActivities => ({
  recordPastBirth: ({ grade }) =>
    Promise.resolve({ number: 'ZX-2021-000001', terms: termsFor(RULES, grade, CALENDAR) }),
  recordPastDecision: (decision) => {
    records().whistles.push(decision);
    return Promise.resolve();
  },
  recordPastFeedback: () => Promise.resolve(),
  recordPastTexts: () =>
    Promise.resolve({
      terms: proposalTermsFor(RULES, CALENDAR),
      contentIds: { submit: 'submit', recordMeeting: 'meeting', reply: 'reply' },
    }),
  recordPastSession: () => Promise.resolve(),
});
