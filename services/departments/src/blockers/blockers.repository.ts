import type { BlockerKind } from '@hsl/contracts/blockers';
import type { ActorRef } from '@hsl/contracts/roles';
import type { ClearBlocker, RecordBlocker } from '@hsl/contracts/schemas/blockers';
import type { Decision } from '@hsl/database/decision';
import { beyond } from '@hsl/database/list-position';
import { recordDecision } from '@hsl/database/record-decision';
import { asInstant, asJson } from '@hsl/database/sql-values';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { Blocker as BlockerRow, Prisma } from '../generated/prisma/client.js';
import { taskLine } from '../tasks/task-line.js';
import type { TaskRow } from '../tasks/task.repository.js';
import { UUID } from '../uuid.js';

export type { BlockerRow };

/** Blockers; each change is one statement with its event and its line in the task's history. */
@Injectable()
export class BlockersRepository {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly relay: OutboxRelay,
  ) {}

  async find(subdistrictId: string, id: string): Promise<BlockerRow | undefined> {
    if (!UUID.test(id)) return undefined;
    return (await this.database.forTenant(subdistrictId).blocker.findUnique({ where: { id } })) ?? undefined;
  }

  /** One row more than the limit, newest first. */
  list(
    subdistrictId: string,
    where: Prisma.BlockerWhereInput,
    limit: number,
    after: { recordedAt: string; id: string } | undefined,
  ): Promise<BlockerRow[]> {
    return this.database.forTenant(subdistrictId).blocker.findMany({
      where: { subdistrictId, AND: [where, beyond('recordedAt', after)] },
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  /** @param id of the request: a repeat has the same and adds nothing */
  async record(id: string, task: TaskRow, { kind, words }: RecordBlocker, by: ActorRef, at: number): Promise<void> {
    const { id: taskId, whistleId, number, communityId, departmentId, subdistrictId } = task;
    await this.decide({
      ...{ table: 'blocker', id, subdistrictId, at, source: 'departments', insert: true, timeline: [] },
      decisionId: `blocker/${id}`,
      patch: {
        ...{ task_id: taskId, whistle_id: whistleId, number, community_id: communityId, department_id: departmentId },
        ...{ kind, words, state: 'OPEN', recorded_by: by.userId, recorded_role: by.role, recorded_at: asInstant(at) },
      },
      events: [
        {
          ...{ type: 'blocker.recorded.v1', subject: id },
          data: { blockerId: id, taskId, whistleId, number, communityId, departmentId, kind, at },
        },
      ],
      also: [taskLine({ taskId, kind: 'blockerRecorded', by, at, details: { blockerId: id, kind } })],
    });
  }

  /** @throws VersionConflict if somebody else cleared it in the meantime */
  async clear(row: BlockerRow, { evidence }: ClearBlocker, by: ActorRef, at: number): Promise<void> {
    const { id, subdistrictId, taskId, whistleId, number, communityId, departmentId } = row;
    const kind = row.kind as BlockerKind;
    await this.decide({
      ...{ table: 'blocker', id, subdistrictId, at, source: 'departments', timeline: [] },
      ...{ expectedVersion: row.version, decisionId: `blocker/${id}/cleared/${by.userId}/${at}` },
      patch: {
        ...{ state: 'CLEARED', cleared_by: by.userId, cleared_role: by.role, cleared_at: asInstant(at) },
        evidence: asJson(evidence),
      },
      events: [
        {
          ...{ type: 'blocker.cleared.v1', subject: id },
          data: { blockerId: id, taskId, whistleId, number, communityId, departmentId, kind, at },
        },
      ],
      also: [taskLine({ taskId, kind: 'blockerCleared', by, at, details: { blockerId: id, kind } })],
    });
  }

  private async decide(decision: Decision): Promise<void> {
    await recordDecision(this.database.pool(decision.subdistrictId), decision);
    this.relay.kick();
  }
}
