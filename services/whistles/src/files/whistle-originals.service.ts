import type { Actor } from '@hsl/access/actor';
import type { StoredFile as FileAnswer } from '@hsl/contracts/schemas/files';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import { FileDesk } from '@hsl/files/file-desk.service';
import { lookedAt } from '@hsl/files/original-look';
import { storedFileView, type ShownFile } from '@hsl/files/stored-file';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { WhistleReader } from '../matter/whistle-reader.js';
import type { WhistleRow } from '../matter/whistle.repository.js';
import { ownerOf } from './whistle-files.service.js';

/** Photos of a whistle on which somebody could be recognised: covered for their readers, and looked at on record. */
@Injectable()
export class WhistleOriginals {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly reader: WhistleReader,
    private readonly desk: FileDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * A copy on which nobody can be recognised; from now on it is what readers of the photo see.
   * @throws ProblemError notFound, roleNotAllowed, fileTypeNotAllowed for a document; and as FileDesk.receive
   */
  async redact(actor: Actor, whistle: string, fileId: string, request: FastifyRequest): Promise<FileAnswer> {
    const { row, grant } = await this.reader.get(actor, whistle, 'evidence.redact');
    const original = await this.desk.original(ownerOf(row), fileId);
    const by = { userId: actor.userId, role: grant.role };
    return storedFileView(await this.desk.receiveCopy(request, ownerOf(row), by, original));
  }

  /**
   * The photo as it came, without its metadata: who looks, when and why is written down before it is shown.
   * @throws ProblemError notFound, roleNotAllowed, wrongState for a community or member whose matter is over;
   *   fileTypeNotAllowed for a document
   */
  async look(
    ...[actor, whistle, fileId, reason]: [Actor, string, string, string]
  ): Promise<{ file: ShownFile; bytes: Readable }> {
    const { row } = await this.reader.get(actor, whistle, 'evidence.read');
    const file = await this.desk.original(ownerOf(row), fileId);
    const factsFor = ({ state }: WhistleRow) => ({
      ...{ reasonGiven: true, openMatter: isWhistleOpen(state as WhistleState) },
      // A photo on the matter itself is a person's; a unit's own lie on its task.
      uploadedByOwnUnit: file.uploadedBy === actor.userId,
    });
    const { grant } = await this.reader.reach(actor, row.id, () => 'evidence.readOriginal', factsFor);
    const by = { userId: actor.userId, role: grant.role };
    await this.database.forTenant(row.subdistrictId).timelineEntry.create({
      data: lookedAt({ matter: row, by, fileId, reason, at: this.clock.now() }),
    });
    return { file, bytes: await this.desk.open(file) };
  }
}
