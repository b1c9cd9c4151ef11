import type { Instant } from '@hsl/contracts/instants';
import { proposalWorkflowId } from '@hsl/contracts/workflow-ids';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import type { Calendar } from '@hsl/domain/limit';
import { BacklogSweep } from '@hsl/platform/backlog-sweep';
import { Clock } from '@hsl/platform/clock';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { calendarLoadedSignal } from '@hsl/workflows/flow/calendar.messages';
import { Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/common';
import { CalendarRepository } from './calendar.repository.js';

const PAGE = 50;
/** Until then a proposal may still be submitted that was given the calendar before. */
const SETTLE_MS = 15_000;
const DAY_MS = 86_400_000;
/** A proposal has its deadlines within this many days: from the filing through two replies to the closing. */
export const HORIZON_DAYS = 400;

/** What of a calendar a proposal can need that was submitted then and is under way now. */
export function calendarFrom(calendar: Calendar, submittedAt: Instant, now: Instant): Calendar {
  const from = Math.min(submittedAt, now);
  return calendarSlice(calendar, from, (now - from) / DAY_MS + HORIZON_DAYS);
}

/** Brings a loaded calendar to every open proposal (domain 2.7). Sessions are told by the matter they belong to. */
@Injectable()
export class CalendarRollout extends BacklogSweep {
  constructor(
    private readonly repository: CalendarRepository,
    private readonly temporal: TemporalClient,
    private readonly clock: Clock,
  ) {
    super({ everyMs: 2_000, longestPauseMs: 60_000 });
  }

  protected async step(): Promise<boolean> {
    const now = this.clock.now();
    const rollout = await this.repository.findOpenRollout(new Date(now - SETTLE_MS));
    if (!rollout) return false;
    const proposals = await this.repository.nextOf(rollout, PAGE);
    const last = proposals.at(-1);
    if (!last) {
      await this.repository.finish(rollout, new Date(now));
      return true;
    }
    await Promise.all(
      proposals.map(({ id, submittedAt }) => this.tell(id, calendarFrom(rollout, submittedAt.getTime(), now))),
    );
    await this.repository.advance(rollout, last.id);
    return true;
  }

  /** One that has ended meanwhile cannot be told, and need not be. */
  private async tell(proposalId: string, calendar: Calendar): Promise<void> {
    const handle = this.temporal.workflow.getHandle(proposalWorkflowId(proposalId));
    try {
      await this.temporal.bounded(() => handle.signal(calendarLoadedSignal, { calendar }));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}
