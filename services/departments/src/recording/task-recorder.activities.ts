import type { Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { DepartmentTaskActivities, TaskDecision } from '@hsl/workflows/department-task/department-task.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { eventsOf, type Looked } from './decision-events.js';
import { PausedLead } from './paused-lead.js';
import { furtherSteps } from './decision-steps.js';
import { historyOf } from './decision-history.js';
import { rowAfter } from './decision-row.js';

/** Writes what the workflow of a task decided. The workflow is the authority; this row is what people read. */
@Injectable()
export class TaskRecorder implements DepartmentTaskActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly relay: OutboxRelay,
    private readonly idle: PausedLead,
  ) {}

  /**
   * Row, history, card, final feedback and event in one statement; a second call for the same decision changes nothing.
   * What an attempt left that died before its workflow could remember it gives way to what the workflow says.
   * @throws VersionConflict, which no retry can cure, if the row is not where the workflow left it
   */
  async recordTaskDecision(decision: TaskDecision): Promise<void> {
    const looked = { supporting: await this.supportingOf(decision), shown: await this.shownBy(decision) };
    await recordDecision(this.database.pool(decision.subdistrictId), rowDecisionOf(decision, looked));
    this.relay.kick();
    await this.idle.resumeLead(decision);
  }

  /** The row of the routing table that a ruling is about to change; undefined for any other decision. */
  private async supportingOf({ fact, role, subdistrictId, categoryCode }: TaskDecision): Promise<string[] | undefined> {
    if (fact.type !== 'disputeSettled' || role !== 'lead') return undefined;
    const row = await this.database.forTenant(subdistrictId).routingRow.findUnique({
      where: { subdistrictId_categoryCode: { subdistrictId, categoryCode } },
      select: { supportingDepartmentIds: true },
    });
    return row?.supportingDepartmentIds;
  }

  /** What a feedback shows, counted in its draft; undefined for any other decision. */
  private async shownBy({ fact, subdistrictId }: TaskDecision): Promise<Looked['shown']> {
    if (fact.type !== 'feedbackSubmitted') return undefined;
    const where = { id: fact.contentId };
    const row = await this.database.forTenant(subdistrictId).feedback.findUnique({ where, select: { evidence: true } });
    const pieces = (row?.evidence ?? []) as { fileIds?: string[] }[];
    const files = new Set(pieces.flatMap(({ fileIds = [] }) => fileIds)).size;
    return { evidence: pieces.length, files };
  }
}

function rowDecisionOf(decision: TaskDecision, looked: Looked): Decision {
  const { taskId, subdistrictId, version, at, fact, by } = decision;
  return {
    table: 'department_task',
    id: taskId,
    subdistrictId,
    patch: rowAfter(decision),
    decisionId: `${taskId}#${version}/${fact.type}/${by.userId}`,
    at,
    timeline: [historyOf(decision)],
    events: eventsOf(decision, looked),
    source: 'departments',
    also: furtherSteps(decision),
    ...(version === 1 ? { insert: true } : { expectedVersion: version - 1, supersedesForgotten: true }),
  };
}
