import type { Actor } from '@hsl/access/actor';
import type { StoredFile as FileAnswer } from '@hsl/contracts/schemas/files';
import { FileDesk } from '@hsl/files/file-desk.service';
import { lookedAt } from '@hsl/files/original-look';
import { storedFileView, type ShownFile } from '@hsl/files/stored-file';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { TaskReader } from '../tasks/task-reader.js';
import { isOpenMatter, relationsOf } from '../tasks/task-rights.js';
import type { TaskRow } from '../tasks/task.repository.js';
import { OF_THE_UNIT, ownerOf } from './task-files.service.js';

/** Photos of a unit on which somebody could be recognised: covered for their readers, and looked at on record. */
@Injectable()
export class TaskOriginals {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly reader: TaskReader,
    private readonly desk: FileDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * A copy on which nobody can be recognised; from now on it is what readers of the photo see.
   * @throws ProblemError notFound, also for a draft: it is taken back instead; roleNotAllowed, fileTypeNotAllowed for a
   *   document; and as FileDesk.receive
   */
  async redact(actor: Actor, taskId: string, fileId: string, request: FastifyRequest): Promise<FileAnswer> {
    const { task, grant } = await this.reader.get(actor, taskId, () => 'evidence.redact');
    const original = await this.photo(task, fileId);
    const by = { userId: actor.userId, role: grant.role };
    return storedFileView(await this.desk.receiveCopy(request, ownerOf(task), by, original));
  }

  /**
   * The photo as it came, without its metadata: who looks, when and why is written down before it is shown.
   * @throws ProblemError notFound, roleNotAllowed, also for a unit whose photo it is not; wrongState for whose matter is
   *   over; fileTypeNotAllowed for a document
   */
  async look(
    ...[actor, taskId, fileId, reason]: [Actor, string, string, string]
  ): Promise<{ file: ShownFile; bytes: Readable }> {
    const { task } = await this.reader.get(actor, taskId, () => 'evidence.read');
    const file = await this.photo(task, fileId);
    const isOwn =
      OF_THE_UNIT.includes(file.uploadedRole) && relationsOf(task, actor)['notHandlingDepartment'] === false;
    const facts = { reasonGiven: true, openMatter: isOpenMatter(task), uploadedByOwnUnit: isOwn };
    const { grant } = await this.reader.get(
      actor,
      taskId,
      () => 'evidence.readOriginal',
      () => facts,
    );
    const by = { userId: actor.userId, role: grant.role };
    await this.database.forTenant(task.subdistrictId).timelineEntry.create({
      data: lookedAt({ matter: task, by, fileId, reason, at: this.clock.now() }),
    });
    return { file, bytes: await this.desk.open(file) };
  }

  /** @throws ProblemError notFound, fileTypeNotAllowed */
  private async photo(task: TaskRow, fileId: string): Promise<ShownFile> {
    const file = await this.desk.original(ownerOf(task), fileId);
    if (file.attachedAt === null) throw new ProblemError('notFound');
    return file;
  }
}
