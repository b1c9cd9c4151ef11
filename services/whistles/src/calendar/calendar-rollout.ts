import { checkInWorkflowId, followUpWorkflowId, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { Calendar } from '@hsl/domain/limit';
import { BacklogSweep } from '@hsl/platform/backlog-sweep';
import { Clock } from '@hsl/platform/clock';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { calendarLoadedSignal } from '@hsl/workflows/flow/calendar.messages';
import { Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/common';
import { FRESH_MS, TermsService } from '../rules/terms.service.js';
import { CalendarRolloutRepository, type MatterToTell } from './calendar-rollout.repository.js';

const PAGE = 50;
const CALL_TIMEOUT_MS = 10_000;
/** After this time no process starts a workflow, or sends it terms, with the calendar before any more. */
const SETTLE_MS = FRESH_MS + CALL_TIMEOUT_MS;

/**
 * Brings a loaded calendar to every matter under way, also to those whose present deadline is no guess: their later
 * ones may fall into the year that has become known. A crash or an outage of Temporal delays it and never ends it; being
 * told twice changes nothing.
 */
@Injectable()
export class CalendarRollout extends BacklogSweep {
  constructor(
    private readonly repository: CalendarRolloutRepository,
    private readonly temporal: TemporalClient,
    private readonly terms: TermsService,
    private readonly clock: Clock,
  ) {
    super({ everyMs: 2_000, longestPauseMs: 60_000 });
  }

  /** Tells one page of matters. Answers whether there may be more to do at once. */
  protected async step(): Promise<boolean> {
    const rollout = await this.repository.findOpen(new Date(this.clock.now() - SETTLE_MS));
    if (!rollout) return false;
    const matters = await this.repository.nextOf(rollout, PAGE);
    const last = matters.at(-1);
    if (!last) {
      await this.repository.finish(rollout, new Date(this.clock.now()));
      return true;
    }
    const calendar = await this.repository.calendarOf(rollout);
    const told = await Promise.all(matters.map((matter) => this.tell(matter, calendar)));
    await this.repository.advance(rollout, last.id, told.filter(Boolean).length);
    return true;
  }

  /** Answers false where no workflow runs: it has ended, or will start with the new calendar. */
  private async tell(matter: MatterToTell, whole: Calendar): Promise<boolean> {
    const calendar = this.terms.sliceFrom(whole, matter.blownAt.getTime());
    const told = await Promise.all(workflowsOf(matter).map((workflowId) => this.signal(workflowId, calendar)));
    return told.includes(true);
  }

  private async signal(workflowId: string, calendar: Calendar): Promise<boolean> {
    const handle = this.temporal.workflow.getHandle(workflowId);
    try {
      await this.temporal.bounded(() => handle.signal(calendarLoadedSignal, { calendar }));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }
}

/**
 * A matter under way tells whom it has at work itself: only its workflow knows under which calendar each was started.
 * After its end there is its follow-up, and the check-in, in which members who were asked may still owe an answer.
 */
function workflowsOf({ id, state, conclusions }: MatterToTell): string[] {
  const isConcluded = state === 'CONCLUDED' || state === 'LOOKING_BACK';
  return isConcluded ? [followUpWorkflowId(id, conclusions), checkInWorkflowId(id)] : [whistleWorkflowId(id)];
}
