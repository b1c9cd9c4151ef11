import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Target } from '@hsl/access/target';
import type { StoredFile as FileAnswer, StoredFileList } from '@hsl/contracts/schemas/files';
import { FileDesk } from '@hsl/files/file-desk.service';
import { FILE_ENV, type FileEnv } from '@hsl/files/file-env';
import { PHOTO_KINDS } from '@hsl/files/file-kinds';
import { lookedAt } from '@hsl/files/original-look';
import { storedFileView, type FileOwner, type ShownFile } from '@hsl/files/stored-file';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Submission } from '../generated/prisma/client.js';
import { SubmissionsRepository } from './submissions.repository.js';
import { readTrackingCode, trackingHashOf } from '@hsl/platform/tracking-code';

/** A resident without sign-in has no other name. */
const SENDER = { userId: null, role: 'resident' };
/** Relations the rows on evidence ask for that nobody has to a submission; nobody is complained of before complaints name one. */
const RELATIONS = {
  ...{ invited: false, provenSender: false, referredToDistrict: false, uploadedByOwnUnit: false },
  ...{ notComplainedOf: true, noConflict: true },
};

/**
 * Photos of what a resident told. The tracking code proves the sender, and puts them there; it shows none of them again,
 * as it shows no words. Staff who may read the submission see them.
 */
@Injectable()
export class SubmissionPhotos {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly submissions: SubmissionsRepository,
    private readonly access: AccessService,
    private readonly desk: FileDesk,
    private readonly clock: Clock,
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
  async open(actor: Actor, id: string, fileId: string): Promise<{ file: ShownFile; bytes: Readable }> {
    const file = await this.desk.get(ownerOf(await this.readable(actor, id)), fileId);
    return { file, bytes: await this.desk.open(file) };
  }

  /**
   * A copy on which nobody can be recognised; from now on it is what readers of the photo see.
   * @throws ProblemError notFound, roleNotAllowed; and as FileDesk.receive
   */
  async redact(actor: Actor, id: string, fileId: string, request: FastifyRequest): Promise<FileAnswer> {
    const row = await this.existing(actor, id);
    const { role } = this.access.authorize(actor, 'evidence.redact', targetOf(row), RELATIONS);
    const original = await this.desk.original(ownerOf(row), fileId);
    const by = { userId: actor.userId, role };
    return storedFileView(await this.desk.receiveCopy(request, ownerOf(row), by, original));
  }

  /**
   * The photo as it came, without its metadata: who looks, when and why is written down before it is shown.
   * @throws ProblemError notFound, roleNotAllowed, wrongState for a community whose matter is over
   */
  async look(actor: Actor, id: string, fileId: string, reason: string): Promise<{ file: ShownFile; bytes: Readable }> {
    const row = await this.existing(actor, id);
    const { state } = row;
    const facts = { ...RELATIONS, reasonGiven: true, openMatter: state === 'RECEIVED' };
    const { role } = this.access.authorize(actor, 'evidence.readOriginal', { ...targetOf(row), state }, facts);
    const file = await this.desk.original(ownerOf(row), fileId);
    const by = { userId: actor.userId, role };
    await this.database.forTenant(row.subdistrictId).timelineEntry.create({
      data: lookedAt({ matter: row, by, fileId, reason, at: this.clock.now() }),
    });
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
    const row = await this.existing(actor, id);
    this.access.authorize(actor, 'submission.read', targetOf(row));
    this.access.authorize(actor, 'evidence.read', targetOf(row), RELATIONS);
    return row;
  }

  private async existing({ subdistrictId }: Actor, id: string): Promise<Submission> {
    const row = z.uuid().safeParse(id).success ? await this.submissions.find(subdistrictId, id) : null;
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private async listOf(row: Submission): Promise<StoredFileList> {
    return { items: (await this.desk.list(ownerOf(row))).map(storedFileView) };
  }
}

const targetOf = ({ subdistrictId, communityId }: Submission): Target => ({ subdistrictId, communityId });

const ownerOf = ({ subdistrictId, id }: Submission): FileOwner => ({
  ...{ subdistrictId, matter: 'submission', matterId: id },
});
