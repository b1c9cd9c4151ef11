import type { Actor } from '@hsl/access/actor';
import type { StoredFile as FileAnswer, StoredFileList } from '@hsl/contracts/schemas/files';
import type { TaskState } from '@hsl/contracts/states';
import { FileDesk } from '@hsl/files/file-desk.service';
import { FILE_ENV, limitsOf, type FileEnv } from '@hsl/files/file-env';
import { FILE_KINDS } from '@hsl/files/file-kinds';
import { storedFileView, type FileOwner, type ShownFile } from '@hsl/files/stored-file';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { OWED_STEP } from '../recording/decision-row.js';
import { TaskReader } from '../tasks/task-reader.js';
import { relationsOf } from '../tasks/task-rights.js';
import type { TaskRow } from '../tasks/task.repository.js';

const READ = 'evidence.read';

/** The roles whose uploads are their unit's: a handler uploads, the head may sign. */
export const OF_THE_UNIT: readonly string[] = ['handler', 'deputyHead', 'head'];

/**
 * Evidence on a task: put there by the unit that will feed back, or by who goes to the spot; named by the feedback or by
 * the visit, and from then on part of it. Who may see the task's evidence sees it; before, only the unit, or the visitor.
 */
@Injectable()
export class TaskFilesService {
  constructor(
    private readonly reader: TaskReader,
    private readonly desk: FileDesk,
    @Inject(FILE_ENV) private readonly env: FileEnv,
  ) {}

  /** @throws ProblemError notFound, roleNotAllowed, wrongState with the state; and as FileDesk.receive */
  async add(actor: Actor, taskId: string, request: FastifyRequest): Promise<FileAnswer> {
    const { task, grant } = await this.reader.get(actor, taskId, () => 'evidence.upload');
    if (OF_THE_UNIT.includes(grant.role)) {
      const { state } = task;
      if (OWED_STEP[state as TaskState] === undefined) throw new ProblemError('wrongState', { state });
    } else {
      await this.reader.get(actor, taskId, () => 'siteVisit.record');
    }
    const rules = { kinds: FILE_KINDS, ...limitsOf(this.env), final: false };
    const by = { userId: actor.userId, role: grant.role };
    return storedFileView(await this.desk.receive(request, ownerOf(task), by, rules));
  }

  /** @throws ProblemError notFound, roleNotAllowed */
  async list(actor: Actor, taskId: string): Promise<StoredFileList> {
    const { task } = await this.reader.get(actor, taskId, () => READ);
    const files = await this.desk.list(ownerOf(task));
    return {
      items: files.filter((file) => isSeenBy(actor, task, file)).map(storedFileView),
      limits: limitsOf(this.env),
    };
  }

  /** @throws ProblemError notFound, roleNotAllowed */
  async open(actor: Actor, taskId: string, fileId: string): Promise<{ file: ShownFile; bytes: Readable }> {
    const { file } = await this.seen(actor, taskId, fileId);
    return { file, bytes: await this.desk.open(file) };
  }

  /** @throws ProblemError notFound, roleNotAllowed for another's, fileFinal once it is part of a feedback */
  async takeBack(actor: Actor, taskId: string, fileId: string): Promise<StoredFileList> {
    const { file } = await this.seen(actor, taskId, fileId);
    if (file.uploadedBy !== actor.userId) throw new ProblemError('roleNotAllowed', { rule: 'uploader' });
    await this.desk.takeBack(file);
    return this.list(actor, taskId);
  }

  /**
   * Words of this person are about to name these files.
   * @throws ProblemError unknownFile, also for another's draft
   */
  async mustHave(actor: Actor, task: TaskRow, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const there = (await this.desk.list(ownerOf(task))).filter((file) => isSeenBy(actor, task, file));
    if (!fileIds.every((id) => there.some((file) => file.id === id))) throw new ProblemError('unknownFile');
  }

  /** Files that are part of what stands. */
  async final(task: TaskRow): Promise<ShownFile[]> {
    return (await this.desk.list(ownerOf(task))).filter(({ attachedAt }) => attachedAt !== null);
  }

  private async seen(actor: Actor, taskId: string, fileId: string): Promise<{ file: ShownFile }> {
    const { task } = await this.reader.get(actor, taskId, () => READ);
    const file = await this.desk.get(ownerOf(task), fileId);
    if (!isSeenBy(actor, task, file)) throw new ProblemError('notFound');
    return { file };
  }
}

/** Under which the files of a task lie. */
export const ownerOf = ({ subdistrictId, id }: TaskRow): FileOwner => ({
  ...{ subdistrictId, matter: 'departmentTask', matterId: id },
});

/** A draft is its uploader's, and of a unit the unit's own. */
const isSeenBy = (actor: Actor, task: TaskRow, { attachedAt, uploadedBy, uploadedRole }: ShownFile): boolean =>
  attachedAt !== null ||
  uploadedBy === actor.userId ||
  (OF_THE_UNIT.includes(uploadedRole) && relationsOf(task, actor)['notHandlingDepartment'] === false);
