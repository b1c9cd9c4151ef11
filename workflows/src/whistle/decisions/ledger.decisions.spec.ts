import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { termsFor } from '@hsl/domain/matter-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { describe, expect, it } from '@jest/globals';
import { blown, type WhistleStatus } from '../whistle.state.js';
import { ledgerNews } from './ledger.decisions.js';

const AT = Date.UTC(2026, 2, 2);
const APPROVED = { entryId: 'E1', news: 'approved' } as const;

/** Not content for the second time: a session is convened, while the lead's application of before is still open. */
const coordinating = (outcome?: 'partial'): WhistleStatus => ({
  ...blown({
    ...{ whistleId: 'W', number: 'ZX-2026-000001', subdistrictId: 'zx', communityId: 'ZX01', categoryCode: 'C1' },
    ...{ blownAt: AT, defaultGrade: 'G3', level: 'blue', reporterCount: 1 },
    terms: termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G3', CHINA_CALENDAR),
  }),
  state: 'COORDINATING',
  track: 'longTerm',
  session: { sessionId: 'S1', purpose: 'dissatisfied', convenedBy: 'zx-liaisonOfficer', ...(outcome && { outcome }) },
  ledger: { entryId: 'E1', milestones: [{ milestoneId: 'm1', dueAt: AT + 1 }] },
});

describe('an application for the register, approved', () => {
  it('ends the waiting for a session that was not held, and keeps one that was', () => {
    expect(ledgerNews(coordinating(), APPROVED, AT)?.next).toMatchObject({ state: 'LEDGERED', session: undefined });
    expect(ledgerNews(coordinating('partial'), APPROVED, AT)?.next.session).toMatchObject({ outcome: 'partial' });
  });

  it('leaves the session to a run that began before this was the rule', () => {
    expect(ledgerNews(coordinating(), APPROVED, AT, { keepsSession: true })?.next.session).toMatchObject({
      sessionId: 'S1',
    });
  });
});
