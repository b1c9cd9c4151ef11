import { randomUUID } from 'node:crypto';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { ActorRef } from '@hsl/contracts/roles';
import type { SignTaskBrief, TaskBrief, WriteTaskBrief } from '@hsl/contracts/schemas/task-briefs';
import { VersionConflict } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { asInstant, type SqlValue } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { TaskBrief as BriefRow } from '../generated/prisma/client.js';
import { taskLine } from '../tasks/task-line.js';
import { TaskReader } from '../tasks/task-reader.js';
import type { TaskRow } from '../tasks/task.repository.js';
import { briefViewOf, isSigned } from './task-brief-view.js';

/** Whoever records what the lead does on its task writes the brief of it. */
const WRITE = 'departmentTask.recordProgress';
const NO_SIGNATURES = { head_signed_by: null, head_signed_at: null, leader_signed_by: null, leader_signed_at: null };

interface Change {
  kind: 'briefWritten' | 'briefSigned';
  by: ActorRef;
  at: number;
  patch: Record<string, SqlValue>;
}

/** Goal, measures, owner and signatures of what the lead has undertaken (S61). */
@Injectable()
export class TaskBriefsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly reader: TaskReader,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, also while there is none; roleNotAllowed */
  async get(actor: Actor, taskId: string): Promise<TaskBrief> {
    const { task } = await this.reader.get(actor, taskId, () => 'departmentTask.read');
    return briefViewOf(await this.existing(task));
  }

  /**
   * By the lead's people while they work on it. Written anew, it has to be signed anew.
   * @throws ProblemError notFound, roleNotAllowed (also for a supporting unit), wrongState, briefSigned once both signed,
   *   briefChanged if somebody else was faster
   */
  async write(actor: Actor, taskId: string, body: WriteTaskBrief): Promise<TaskBrief> {
    const facts = ({ state }: TaskRow) => ({ state });
    const { task, grant } = await this.reader.get(actor, taskId, () => WRITE, facts);
    if (task.role !== 'lead') throw new ProblemError('roleNotAllowed', { rule: 'isLead' });
    const { goal, measures, owner, dueOn } = body;
    const before = await this.find(task);
    if (before && isSigned(before)) throw new ProblemError('briefSigned', { state: 'SIGNED' });
    const [by, at] = [actorRefOf(actor, grant.role), this.clock.now()];
    const written = { written_by: by.userId, written_role: by.role, written_at: asInstant(at) };
    const patch = { goal, measures, owner, due_on: dueOn, ...written, ...NO_SIGNATURES };
    return this.record(task, before, { kind: 'briefWritten', by, at, patch });
  }

  /**
   * By the lead's head and by a deputy leader; each signs once, the text that was read.
   * @throws ProblemError notFound, roleNotAllowed, alreadyAnswered, briefChanged
   */
  async sign(actor: Actor, taskId: string, { version }: SignTaskBrief): Promise<TaskBrief> {
    const { task, grant } = await this.reader.get(actor, taskId, () => 'taskBrief.sign');
    const before = await this.existing(task);
    const isHead = grant.role === 'head';
    if ((isHead ? before.headSignedAt : before.leaderSignedAt) !== null) {
      throw new ProblemError('alreadyAnswered', { state: isSigned(before) ? 'SIGNED' : 'DRAFT' });
    }
    const [by, at] = [actorRefOf(actor, grant.role), this.clock.now()];
    const patch = isHead
      ? { head_signed_by: by.userId, head_signed_at: asInstant(at) }
      : { leader_signed_by: by.userId, leader_signed_at: asInstant(at) };
    // The other's signature has not changed the text.
    const textVersion =
      before.headSignedAt === null && before.leaderSignedAt === null ? before.version : before.version - 1;
    if (version !== before.version && version !== textVersion)
      throw new ProblemError('briefChanged', { state: 'DRAFT' });
    return this.record(task, before, { kind: 'briefSigned', by, at, patch });
  }

  private async record(task: TaskRow, before: BriefRow | undefined, change: Change): Promise<TaskBrief> {
    const { id, subdistrictId } = task;
    const { kind, by, at, patch } = change;
    try {
      await recordDecision(this.database.pool(subdistrictId), {
        ...{ table: 'task_brief', id, subdistrictId, patch, at, source: 'departments', timeline: [], events: [] },
        decisionId: `brief/${id}/${randomUUID()}`,
        also: [taskLine({ taskId: id, kind, by, at, details: {} })],
        ...(before ? { expectedVersion: before.version } : { insert: true }),
      });
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      throw new ProblemError('briefChanged', { state: 'DRAFT', cause: error });
    }
    return briefViewOf(await this.existing(task));
  }

  private async existing(task: TaskRow): Promise<BriefRow> {
    const row = await this.find(task);
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private async find({ id, subdistrictId }: TaskRow): Promise<BriefRow | undefined> {
    return (await this.database.forTenant(subdistrictId).taskBrief.findUnique({ where: { id } })) ?? undefined;
  }
}
