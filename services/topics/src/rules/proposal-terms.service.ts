import type { Instant } from '@hsl/contracts/instants';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import { proposalTermsFor, type ProposalTerms } from '@hsl/domain/proposal-terms';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { calendarFrom, HORIZON_DAYS } from '../calendar/calendar-rollout.js';
import { CalendarRepository } from '../calendar/calendar.repository.js';
import { RulesRepository } from './rules.repository.js';

/** The rules in force and the official calendar, cut to what one proposal can need. */
@Injectable()
export class ProposalTermsService {
  constructor(
    private readonly rules: RulesRepository,
    private readonly calendars: CalendarRepository,
    private readonly clock: Clock,
  ) {}

  /** What a proposal submitted now is submitted under (S14). @throws ProblemError rulesNotHeard */
  termsNow(subdistrictId: string): Promise<ProposalTerms> {
    return this.termsFrom(subdistrictId, this.clock.now());
  }

  /** Today's rules with the calendar of another day. @throws ProblemError rulesNotHeard */
  async termsFrom(subdistrictId: string, from: Instant): Promise<ProposalTerms> {
    const [rules, calendar] = await Promise.all([
      this.rules.rulesAt(subdistrictId, this.clock.now()),
      this.calendars.calendarOf(subdistrictId),
    ]);
    if (!rules) throw new ProblemError('rulesNotHeard');
    return proposalTermsFor(rules, calendarSlice(calendar, from, HORIZON_DAYS));
  }

  /** What a proposal goes on under that was submitted then, by the calendar of today; undefined if its rules are unknown. */
  async termsAgain(
    subdistrictId: string,
    ruleSetVersion: number,
    submittedAt: Instant,
  ): Promise<ProposalTerms | undefined> {
    const [rules, calendar] = await Promise.all([
      this.rules.rulesOfVersion(subdistrictId, ruleSetVersion),
      this.calendars.calendarOf(subdistrictId),
    ]);
    return rules && proposalTermsFor(rules, calendarFrom(calendar, submittedAt, this.clock.now()));
  }
}
