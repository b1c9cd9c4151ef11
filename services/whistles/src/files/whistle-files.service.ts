import type { Actor } from '@hsl/access/actor';
import type { StoredFile as FileAnswer, StoredFileList } from '@hsl/contracts/schemas/files';
import type { WhistleState } from '@hsl/contracts/states';
import { FileDesk } from '@hsl/files/file-desk.service';
import { FILE_ENV, limitsOf, type FileEnv } from '@hsl/files/file-env';
import { FILE_KINDS } from '@hsl/files/file-kinds';
import { storedFileView, type FileOwner, type ShownFile } from '@hsl/files/stored-file';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { takesFiles } from '../matter/whistle-actions.js';
import { WhistleReader } from '../matter/whistle-reader.js';
import type { WhistleRow } from '../matter/whistle.repository.js';

/** Nobody has decided anything upon it yet. */
const STILL_THE_BLOWERS: readonly WhistleState[] = ['BLOWN', 'NEEDS_INFO'];

/**
 * What was seen on the spot: with the blow, at a check-in, a verification, a look-back (S87). It stands at once, beside
 * the words; who may see the evidence of the matter sees it.
 */
@Injectable()
export class WhistleFilesService {
  constructor(
    private readonly reader: WhistleReader,
    private readonly desk: FileDesk,
    @Inject(FILE_ENV) private readonly env: FileEnv,
  ) {}

  /** @throws ProblemError notFound, roleNotAllowed, wrongState with the state; and as FileDesk.receive */
  async add(actor: Actor, whistle: string, request: FastifyRequest): Promise<FileAnswer> {
    const { row, grant } = await this.reader.get(actor, whistle, 'evidence.upload');
    const { state } = row;
    if (!takesFiles(row)) throw new ProblemError('wrongState', { state });
    const rules = { kinds: FILE_KINDS, ...limitsOf(this.env), final: true };
    const by = { userId: actor.keyId ?? actor.userId, role: grant.role };
    return storedFileView(await this.desk.receive(request, ownerOf(row), by, rules));
  }

  /** @throws ProblemError notFound, roleNotAllowed */
  async list(actor: Actor, whistle: string): Promise<StoredFileList> {
    return this.listOf(await this.readable(actor, whistle));
  }

  /** @throws ProblemError notFound, roleNotAllowed */
  async open(actor: Actor, whistle: string, fileId: string): Promise<{ file: ShownFile; bytes: Readable }> {
    const file = await this.desk.get(ownerOf(await this.readable(actor, whistle)), fileId);
    return { file, bytes: await this.desk.open(file) };
  }

  /** @throws ProblemError notFound, roleNotAllowed for another's, fileFinal once the whistle was accepted */
  async takeBack(actor: Actor, whistle: string, fileId: string): Promise<StoredFileList> {
    const row = await this.readable(actor, whistle);
    const file = await this.desk.get(ownerOf(row), fileId);
    if (file.uploadedBy !== (actor.keyId ?? actor.userId)) {
      throw new ProblemError('roleNotAllowed', { rule: 'uploader' });
    }
    const { state } = row;
    if (!STILL_THE_BLOWERS.includes(state as WhistleState)) throw new ProblemError('fileFinal', { state });
    await this.desk.takeBack(file, true);
    return this.listOf(row);
  }

  private async readable(actor: Actor, whistle: string): Promise<WhistleRow> {
    return (await this.reader.get(actor, whistle, 'evidence.read')).row;
  }

  private async listOf(row: WhistleRow): Promise<StoredFileList> {
    return { items: (await this.desk.list(ownerOf(row))).map(storedFileView), limits: limitsOf(this.env) };
  }
}

/** Under which the files of a whistle lie. */
export const ownerOf = ({ subdistrictId, id }: WhistleRow): FileOwner => ({
  subdistrictId,
  matter: 'whistle',
  matterId: id,
});
