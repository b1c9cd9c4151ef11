import type { Finding } from '@hsl/contracts/reconciliation';
import type { SessionOutcome } from '@hsl/contracts/states';
import { heartbeat } from '@hsl/temporal/activity-heartbeat';
import type { Compared, Comparison } from '@hsl/temporal/reconciled-parts';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { workflowPage } from '@hsl/temporal/workflow-page';
import type { DeliberationInput } from '@hsl/workflows/deliberation/deliberation.messages';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Session } from '../generated/prisma/client.js';
import { LostSessions, roundOf } from './lost-sessions.js';

/** Hardly ever one; the server lists them until it forgets them. */
const BROKEN = `WorkflowType = 'deliberationWorkflow' AND ExecutionStatus IN ('Terminated', 'Failed')`;
const PAGE = 100;

/**
 * Sessions on matters that broke off where no open row shows it: before the row was there, or after they were held and before
 * the matter was told. The first are convened again with what they were to be convened with, the second only tell.
 */
@Injectable()
export class BrokenSessions implements Comparison {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly temporal: TemporalClient,
    private readonly lost: LostSessions,
  ) {}

  async compare(subdistrictId: string, after: string | undefined): Promise<Compared> {
    const { workflowIds, next } = await workflowPage(this.temporal, BROKEN, PAGE, after);
    const findings: Finding[] = [];
    // Under one id more than one may have broken off.
    for (const workflowId of new Set(workflowIds)) {
      heartbeat();
      const input = await this.lost.brokenInput(workflowId);
      const finding = input?.subdistrictId === subdistrictId ? await this.findingOf(input) : undefined;
      if (finding) findings.push(finding);
    }
    return { checked: findings.length, findings, after: next };
  }

  private async findingOf(input: DeliberationInput): Promise<Finding | undefined> {
    const { sessionId: id, subdistrictId, whistleId, convenedAt } = input;
    const row = await this.database.forTenant(subdistrictId).session.findUnique({ where: { id } });
    // An open row shows it; nobody is told of one that was called off.
    if ((row && row.state !== 'HELD') || !(await this.lost.isAwaited(input))) return undefined;
    const resumed = row ? { ...heldBy(row), since: convenedAt, fired: 0 } : undefined;
    const isRepaired = await this.lost.begin({ ...input, resumed });
    const standing = row ? { row: { state: row.state, version: row.version } } : {};
    return { whistleId, process: { kind: 'session', id }, kind: 'closed', isRepaired, ...standing };
  }
}

const heldBy = ({ version, round, outcome }: Session) => ({
  ...{ version, round: roundOf(round), heldWith: (outcome ?? 'none') as SessionOutcome },
});
