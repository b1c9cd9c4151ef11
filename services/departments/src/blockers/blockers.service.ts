import { AccessService } from '@hsl/access/access.service';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { Blocker, blockerFilters, ClearBlocker, RecordBlocker } from '@hsl/contracts/schemas/blockers';
import { VersionConflict } from '@hsl/database/decision';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopesOf, scopeWhere } from '../scope-where.js';
import { requestIdOf, TaskRequests, type TaskRequest } from '../steps/task-requests.js';
import { TaskReader } from '../tasks/task-reader.js';
import { isOpenMatter } from '../tasks/task-rights.js';
import { BlockersRepository, type BlockerRow } from './blockers.repository.js';

export type BlockerQuery = PageQuery & z.output<z.ZodObject<typeof blockerFilters>>;

const position = z.strictObject({ recordedAt: z.iso.datetime(), id: z.uuid() });

/** What is in the way of a matter, and who cleared it when (S81). No clock hangs on it. */
@Injectable()
export class BlockersService {
  constructor(
    private readonly reader: TaskReader,
    private readonly blockers: BlockersRepository,
    private readonly access: AccessService,
    private readonly requests: TaskRequests,
    private readonly clock: Clock,
  ) {}

  /**
   * A repeat under the same key is answered as before.
   * @throws ProblemError notFound, roleNotAllowed, wrongState with the task's state, idempotencyKeyReused
   */
  async record(request: TaskRequest & { body: RecordBlocker }): Promise<Blocker> {
    const { actor, taskId, body } = request;
    const before = await this.requests.findAnswer(request);
    const facts = (task: { state: string }) => (before === undefined ? { openMatter: isOpenMatter(task) } : {});
    const { task, grant } = await this.reader.get(actor, taskId, () => 'blocker.record', facts);
    if (before !== undefined) return before as Blocker;
    const id = requestIdOf(request);
    await this.blockers.record(id, task, body, actorRefOf(actor, grant.role), this.clock.now());
    const answer = viewOf(await this.existing(actor, id));
    await this.requests.keepAnswer(request, answer);
    return answer;
  }

  /** @throws ProblemError notFound, roleNotAllowed, evidenceMissing, wrongState, alreadyAnswered once it is cleared */
  async clear(actor: Actor, id: string, body: ClearBlocker): Promise<Blocker> {
    const row = await this.existing(actor, id);
    const { grant } = await this.reader.get(
      actor,
      row.taskId,
      () => 'blocker.clear',
      (task) => ({ openMatter: isOpenMatter(task), evidenceGiven: body.evidence.length > 0 }),
    );
    if (row.state !== 'OPEN') throw new ProblemError('alreadyAnswered', { state: row.state });
    try {
      await this.blockers.clear(row, body, actorRefOf(actor, grant.role), this.clock.now());
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      throw new ProblemError('alreadyAnswered', { state: 'CLEARED', cause: error });
    }
    return viewOf(await this.existing(actor, id));
  }

  /** @throws ProblemError roleNotAllowed, validationFailed for a cursor of another list */
  async list(actor: Actor, { limit, cursor, ...filters }: BlockerQuery): Promise<Page<Blocker>> {
    const after = decodeCursor(cursor, position);
    const { subdistrictId } = actor;
    const within = scopeWhere(scopesOf(this.access, actor, 'departmentTask.read'), actor);
    const rows = await this.blockers.list(subdistrictId, { AND: [within, filters] }, limit, after);
    const page = pageOf(rows, limit, ({ recordedAt, id }) => ({ recordedAt: recordedAt.toISOString(), id }));
    return { ...page, items: page.items.map(viewOf) };
  }

  private async existing({ subdistrictId }: Actor, id: string): Promise<BlockerRow> {
    const row = await this.blockers.find(subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    return row;
  }
}

function viewOf(row: BlockerRow): Blocker {
  const { id, taskId, whistleId, number, communityId, departmentId, kind, words, state, recordedBy } = row;
  return {
    ...{ id, taskId, whistleId, number, communityId, departmentId, words, recordedBy },
    kind: kind as Blocker['kind'],
    state: state as Blocker['state'],
    recordedAt: row.recordedAt.toISOString(),
    ...(row.clearedBy !== null && row.clearedAt !== null
      ? {
          ...{ clearedBy: row.clearedBy, clearedAt: row.clearedAt.toISOString() },
          evidence: (row.evidence ?? []) as Blocker['evidence'],
        }
      : {}),
  };
}
