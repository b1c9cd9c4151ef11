import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { StoredFile as FileAnswer, StoredFileList } from '@hsl/contracts/schemas/files';
import { FileDesk } from '@hsl/files/file-desk.service';
import { FILE_ENV, type FileEnv } from '@hsl/files/file-env';
import { PHOTO_KINDS } from '@hsl/files/file-kinds';
import { storedFileView, type FileOwner, type StoredFile } from '@hsl/files/stored-file';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Submission } from '../generated/prisma/client.js';
import { SubmissionsRepository } from './submissions.repository.js';
import { readTrackingCode, trackingHashOf } from './tracking-code.js';

/** A resident without sign-in has no other name. */
const SENDER = { userId: null, role: 'resident' };
/** Relations the rows on evidence ask for that nobody has to a submission. */
const RELATIONS = { invited: false, provenSender: false, referredToDistrict: false };

/**
 * Photos of what a resident told. The tracking code proves the sender, and puts them there; it shows none of them again,
 * as it shows no words. Staff who may read the submission see them.
 */
@Injectable()
export class SubmissionPhotos {
  constructor(
    private readonly submissions: SubmissionsRepository,
    private readonly access: AccessService,
    private readonly desk: FileDesk,
    @Inject(FILE_ENV) private readonly env: FileEnv,
  ) {}

  /** @throws ProblemError trackingCodeTypo, notFound, wrongState once somebody looked at it; and as FileDesk.receive */
  async add(code: string, request: FastifyRequest): Promise<FileAnswer> {
    const row = await this.openByCode(code);
    const { FILES_PUBLIC_MAX_BYTES: maxBytes, FILES_PUBLIC_MAX_COUNT: maxCount } = this.env;
    // The words stand already, so the photo does at once.
    const rules = { kinds: PHOTO_KINDS, maxBytes, maxCount, final: true };
    return storedFileView(await this.desk.receive(request, ownerOf(row), SENDER, rules));
  }

  /** @throws ProblemError as `add` */
  async takeBack(code: string, fileId: string): Promise<StoredFileList> {
    const row = await this.openByCode(code);
    await this.desk.takeBack(await this.desk.get(ownerOf(row), fileId), true);
    return this.listOf(row);
  }

  /** @throws ProblemError notFound, roleNotAllowed */
  async list(actor: Actor, id: string): Promise<StoredFileList> {
    return this.listOf(await this.readable(actor, id));
  }

  /** @throws ProblemError notFound, roleNotAllowed */
  async open(actor: Actor, id: string, fileId: string): Promise<{ file: StoredFile; bytes: Readable }> {
    const file = await this.desk.get(ownerOf(await this.readable(actor, id)), fileId);
    return { file, bytes: await this.desk.open(file) };
  }

  /** Until somebody has looked at it, the sender may still add and take back. */
  private async openByCode(text: string): Promise<Submission> {
    const code = readTrackingCode(text);
    if (code === undefined) throw new ProblemError('trackingCodeTypo');
    const row = await this.submissions.findByTrackingHash(trackingHashOf(code));
    if (!row) throw new ProblemError('notFound');
    const { state } = row;
    if (state !== 'RECEIVED' || row.screenedAt !== null) throw new ProblemError('wrongState', { state });
    return row;
  }

  private async readable(actor: Actor, id: string): Promise<Submission> {
    const row = z.uuid().safeParse(id).success ? await this.submissions.find(actor.subdistrictId, id) : null;
    if (!row) throw new ProblemError('notFound');
    const { subdistrictId, communityId } = row;
    this.access.authorize(actor, 'submission.read', { subdistrictId, communityId });
    this.access.authorize(actor, 'evidence.read', { subdistrictId, communityId }, RELATIONS);
    return row;
  }

  private async listOf(row: Submission): Promise<StoredFileList> {
    return { items: (await this.desk.list(ownerOf(row))).map(storedFileView) };
  }
}

const ownerOf = ({ subdistrictId, id }: Submission): FileOwner => ({
  ...{ subdistrictId, matter: 'submission', matterId: id },
});
