import type { Instant } from '@hsl/contracts/instants';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import type { Calendar } from '@hsl/domain/limit';
import { proposalTermsFor, type ProposalTerms } from '@hsl/domain/proposal-terms';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { RulesRepository } from './rules.repository.js';

/** From the filing through two replies to the closing. */
const HORIZON_DAYS = 420;
const DAY_MS = 86_400_000;

/** The rules in force and the official calendar, cut to what one proposal can need. */
@Injectable()
export class ProposalTermsService {
  constructor(
    private readonly rules: RulesRepository,
    private readonly clock: Clock,
  ) {}

  /** What a proposal submitted now is submitted under (S14). @throws ProblemError rulesNotHeard */
  async termsNow(subdistrictId: string): Promise<ProposalTerms> {
    const now = this.clock.now();
    const [rules, calendar] = await Promise.all([
      this.rules.rulesAt(subdistrictId, now),
      this.rules.calendar(subdistrictId),
    ]);
    if (!rules || !calendar) throw new ProblemError('rulesNotHeard');
    return proposalTermsFor(rules, this.sliceFrom(calendar, now));
  }

  /** A calendar cut to what a proposal can need that was submitted at `from`, with the same time ahead of now. */
  sliceFrom(calendar: Calendar, from: Instant): Calendar {
    const now = this.clock.now();
    return calendarSlice(calendar, Math.min(from, now), Math.max(0, now - from) / DAY_MS + HORIZON_DAYS);
  }
}
