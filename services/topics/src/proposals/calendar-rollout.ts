import type { ProposalState } from '@hsl/contracts/states';
import { proposalWorkflowId } from '@hsl/contracts/workflow-ids';
import type { Calendar } from '@hsl/domain/limit';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { calendarLoadedSignal } from '@hsl/workflows/flow/calendar.messages';
import { Inject, Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { ProposalTermsService } from '../rules/proposal-terms.service.js';
import { RulesRepository } from '../rules/rules.repository.js';

const PAGE = 50;
const ENDED: ProposalState[] = ['NOT_FILED', 'CLOSED', 'WITHDRAWN'];
/** Open proposals whose deadlines were found with an older calendar than the newest one known. */
const BEHIND_SQL = `SELECT p.id, p.subdistrict_id AS "subdistrictId", p.submitted_at AS "submittedAt"
  FROM proposal p
  JOIN (SELECT subdistrict_id, max(version) AS version FROM work_calendar GROUP BY subdistrict_id) newest
    ON newest.subdistrict_id = p.subdistrict_id AND p.calendar_version < newest.version
  WHERE p.state <> ALL ($1) AND ($2::uuid IS NULL OR p.id > $2)
  ORDER BY p.id LIMIT $3`;

interface Behind {
  id: string;
  subdistrictId: string;
  submittedAt: Date;
}

/**
 * Brings a loaded calendar to every open proposal (domain 2.7): at once when it is heard of, and once an hour to those
 * that were missed. Its row says with which calendar a proposal goes, so that being told twice changes nothing.
 */
@Injectable()
export class CalendarRollout extends HourlySweep {
  private round: Promise<unknown> = Promise.resolve();
  private isStopping = false;

  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly rules: RulesRepository,
    private readonly terms: ProposalTermsService,
    private readonly temporal: TemporalClient,
  ) {
    super();
  }

  /** One more round after the present one. */
  wake(): void {
    this.round = this.round.then(() => this.run());
  }

  override async beforeApplicationShutdown(): Promise<void> {
    await super.beforeApplicationShutdown();
    this.isStopping = true;
    await this.round;
  }

  protected async sweep(): Promise<number> {
    let told = 0;
    const calendars = new Map<string, Calendar | undefined>();
    for (let after: string | undefined; !this.isStopping;) {
      const { rows } = await this.database.systemPool.query<Behind>(BEHIND_SQL, [ENDED, after, PAGE]);
      after = rows.at(-1)?.id;
      if (after === undefined) break;
      for (const { subdistrictId } of rows)
        if (!calendars.has(subdistrictId)) calendars.set(subdistrictId, await this.rules.calendar(subdistrictId));
      const answers = await Promise.all(rows.map((row) => this.tell(row, calendars.get(row.subdistrictId))));
      told += answers.filter(Boolean).length;
    }
    return told;
  }

  /** Answers false where no workflow runs: it has just ended. */
  private async tell({ id, submittedAt }: Behind, whole: Calendar | undefined): Promise<boolean> {
    if (!whole) return false;
    const calendar = this.terms.sliceFrom(whole, submittedAt.getTime());
    const handle = this.temporal.workflow.getHandle(proposalWorkflowId(id));
    try {
      await this.temporal.bounded(() => handle.signal(calendarLoadedSignal, { calendar }));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }
}
